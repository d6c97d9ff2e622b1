/** Translates an English text with `{0}` places, as `vscode.l10n.t` does; tests pass the identity. */
export type Translate = (text: string, ...values: (string | number)[]) => string;
