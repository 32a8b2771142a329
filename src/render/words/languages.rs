//! What is known of languages without a locale: which way they are written, and what they call themselves.

use unic_langid::LanguageIdentifier;

/// Languages that are written from right to left in their usual script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb",
    "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
];
/// Scripts that are written from right to left, as subtags.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &[
    "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
];

/// Own names, by code in lower case: a whole tag or a language.
const NAMES: &[(&str, &str)] = &[
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("bs", "Bosanski"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fil", "Filipino"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gu", "ગુજરાતી"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hmn", "Hmoob"),
    ("hr", "Hrvatski"),
    ("ht", "Kreyòl ayisyen"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("lo", "ລາວ"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mi", "Māori"),
    ("my", "မြန်မာ"),
    ("nb", "Norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("no", "Norsk"),
    ("nv", "Diné bizaad"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("pt-br", "Português (Brasil)"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("th", "ไทย"),
    ("ti", "ትግርኛ"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("yi", "ייִדיש"),
    ("zh", "中文"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
];

/// `rtl` for languages written from right to left, else `ltr`. A script in the tag decides before the language does.
#[must_use]
pub fn dir(lang: &str) -> &'static str {
    // Most sites name plain languages, and every page asks.
    if lang.len() == 2 && lang.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return if RIGHT_TO_LEFT.contains(&lang) {
            "rtl"
        } else {
            "ltr"
        };
    }
    let Ok(tag) = lang.parse::<LanguageIdentifier>() else {
        return "ltr";
    };
    let right_to_left = match tag.script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
        None => RIGHT_TO_LEFT.contains(&tag.language.as_str()),
    };
    if right_to_left { "rtl" } else { "ltr" }
}

/// What a language calls itself, for links that its readers look for: `es` is `Español`, `es-MX` `Español (MX)`.
#[must_use]
pub fn language_name(lang: &str) -> String {
    let code = lang.to_ascii_lowercase().replace('_', "-");
    if let Some(name) = known(&code) {
        return name.to_owned();
    }
    let base = code.split('-').next().unwrap_or_default();
    match known(base) {
        Some(name) => format!("{name} ({})", &lang[base.len() + 1..]),
        None => lang.to_owned(),
    }
}

fn known(code: &str) -> Option<&'static str> {
    let at = NAMES.binary_search_by_key(&code, |(c, _)| c).ok()?;
    Some(NAMES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_decides_before_the_language() {
        assert_eq!(dir("ar"), "rtl");
        assert_eq!(dir("fa-AF"), "rtl");
        assert_eq!(dir("ku"), "ltr");
        assert_eq!(dir("ku-Arab"), "rtl");
        assert_eq!(dir("az-Arab-IR"), "rtl");
        assert_eq!(dir("ks-Deva"), "ltr");
        assert_eq!(dir("en"), "ltr");
        assert_eq!(dir(""), "ltr");
    }

    #[test]
    fn languages_have_their_own_names() {
        assert_eq!(language_name("es"), "Español");
        assert_eq!(language_name("pt-BR"), "Português (Brasil)");
        assert_eq!(language_name("es-MX"), "Español (MX)");
        assert_eq!(language_name("tlh"), "tlh");
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
