//! Times of the day: `8 a.m.`, `8:30 pm`, `a las 8 de la noche`.

const HALF_A_DAY: u32 = 12 * 60;

/// The time that begins with a number of hours: minutes since midnight, and the byte behind it.
pub(super) fn at(text: &str, start: usize) -> Option<(u32, usize)> {
    let rest = &text[start..];
    let (hours, mut end) = digits(rest, 0)?;
    let mut minutes = 0;
    if rest[end..].starts_with(':')
        && let Some((read, behind)) = digits(rest, end + 1)
    {
        minutes = read;
        end = behind;
    }
    let (is_late, behind) = half(&rest[end..])?;
    if !(1..=12).contains(&hours) || minutes > 59 {
        return None;
    }
    let late = if is_late { HALF_A_DAY } else { 0 };
    Some(((hours % 12) * 60 + minutes + late, start + end + behind))
}

fn digits(text: &str, from: usize) -> Option<(u32, usize)> {
    let rest = text.get(from..)?;
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2)
        .contains(&len)
        .then(|| Some((rest[..len].parse().ok()?, from + len)))?
}

/// Which half of the day a text begins with, and how many bytes say so.
fn half(text: &str) -> Option<(bool, usize)> {
    const HALVES: [(&str, bool); 11] = [
        ("a.m", false),
        ("a. m", false),
        ("am", false),
        ("p.m", true),
        ("p. m", true),
        ("pm", true),
        ("de la mañana", false),
        ("de la tarde", true),
        ("de la noche", true),
        ("in the morning", false),
        ("in the evening", true),
    ];
    let said = text.trim_start();
    let folded = said.to_lowercase();
    let (name, is_late) = HALVES.iter().find(|(name, _)| {
        folded
            .strip_prefix(name)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })?;
    let blank = text.len() - said.len();
    (blank < 3).then_some((*is_late, blank + name.len()))
}
