//! The JSON schema of `hegao.toml`, made from the table of keys: what `docs/hegao.schema.json` has to be.

use super::schema::{KEYS, Key, SEVERITIES, Type};
use serde_json::{Map, Value, json};

/// The JSON schema of the file, for editors that complete and check TOML by one.
pub(super) fn json_schema() -> Value {
    let mut schema = object(KEYS);
    let head = [
        ("$schema", json!("http://json-schema.org/draft-07/schema#")),
        ("title", json!("hegao.toml")),
        ("description", json!("核稿的配置 · Settings of hegao")),
    ];
    head.into_iter().for_each(|(name, value)| {
        schema.insert(name.to_owned(), value);
    });
    Value::Object(schema)
}

fn object(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut schema = of_type(key.kind);
            schema.insert("description".to_owned(), json!(key.about.join(" · ")));
            (key.name.to_owned(), Value::Object(schema))
        })
        .collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema
}

fn of_type(kind: Type) -> Map<String, Value> {
    let schema = match kind {
        Type::Text => json!({"type": "string"}),
        Type::Words => json!({"type": "string", "minLength": 1}),
        Type::Page => json!({"type": "string", "pattern": "^https?://"}),
        Type::Flag => json!({"type": "boolean"}),
        Type::Choice(words) => json!({"type": "string", "enum": words}),
        Type::Period => json!({"type": ["integer", "string"], "pattern": "^\\d{4}(-H[12])?$"}),
        Type::Date => json!({"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
        Type::Texts | Type::Globs | Type::Rules => json!({"type": "array", "items": {"type": "string"}}),
        Type::Severities => json!({"type": "object", "additionalProperties": {"type": "string", "enum": SEVERITIES}}),
        Type::Tables(keys) => json!({"type": "array", "items": object(keys)}),
    };
    schema.as_object().cloned().unwrap_or_default()
}
