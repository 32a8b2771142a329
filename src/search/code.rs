//! Numbers as short text: five bits a sign, the lowest first; the sixth says that more follow (as in source maps, without
//! their sign bit).

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends a number, in ASCII.
pub fn push(out: &mut Vec<u8>, mut number: usize) {
    while number >= 32 {
        out.push(SIGNS[number % 32 + 32]);
        number /= 32;
    }
    out.push(SIGNS[number]);
}

/// The sign of a number below 32.
pub fn sign(number: usize) -> Option<u8> {
    SIGNS[..32].get(number).copied()
}

/// How many signs a number takes.
pub fn len(number: usize) -> usize {
    let bits = usize::BITS - number.leading_zeros();
    bits.div_ceil(5).max(1) as usize
}

/// All numbers, one after the other.
#[must_use]
pub fn numbers(list: impl IntoIterator<Item = usize>) -> String {
    let mut out = Vec::new();
    for number in list {
        push(&mut out, number);
    }
    String::from_utf8(out).expect("invariant: all signs are ASCII")
}

/// A length in one sign: exact below 8, then its three highest bits and their place. From 114,688 on all are the same.
#[must_use]
pub fn length(length: usize) -> char {
    let mut size = 0;
    let mut rest = length;
    while rest >= 8 {
        rest /= 2;
        size += 1;
    }
    let code = if size == 0 {
        rest
    } else {
        8 + (size - 1) * 4 + (rest - 4)
    };
    char::from(SIGNS[code.min(63)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_a_sign_for_each_five_bits() {
        assert_eq!(numbers([0, 31, 32, 1_000]), "AfgBof");
        assert_eq!([0, 31, 32, 1_000, 1_024].map(len), [1, 1, 2, 2, 3]);
    }

    #[test]
    fn lengths_are_exact_while_they_are_short() {
        let signs: String = [0, 1, 7, 8, 9, 10, 15, 16, 1_000_000]
            .into_iter()
            .map(length)
            .collect();
        // 8 is 4·2, 9 the same, 10 is 5·2, 15 is 7·2, 16 is 4·4.
        assert_eq!(signs, "ABHIIJLM_");
    }
}
