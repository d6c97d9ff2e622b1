//! Which of some names is most like one that was mistyped.

/// The name most like `name`, if one is like it at all: at most a third of the characters differ.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    names
        .into_iter()
        .map(|other| (distance(name, other), other))
        .filter(|&(distance, other)| distance * 3 <= length.max(other.chars().count()))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, other)| other)
}

/// The number of characters to insert, delete, replace or swap with their neighbour (optimal string alignment).
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut rows = vec![vec![0; to.len() + 1]; from.len() + 1];
    for (row, cells) in rows.iter_mut().enumerate() {
        cells[0] = row;
    }
    rows[0] = (0..=to.len()).collect();
    for row in 1..=from.len() {
        for column in 1..=to.len() {
            let differs = usize::from(from[row - 1] != to[column - 1]);
            let mut best = (rows[row - 1][column] + 1).min(rows[row][column - 1] + 1).min(rows[row - 1][column - 1] + differs);
            if row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1] {
                best = best.min(rows[row - 2][column - 2] + 1);
            }
            rows[row][column] = best;
        }
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_slips_of_the_hand() {
        assert_eq!([distance("profile", "profile"), distance("profiel", "profile"), distance("rate", "rates")], [0, 1, 1]);
        assert_eq!(nearest("profil", ["period", "profile"]), Some("profile"));
        assert_eq!(nearest("xyz", ["period", "profile"]), None);
    }
}
