//! Conditions: `trust >= 2 and (reflection >= 1 or not confront)`.
//!
//! ```text
//! any      = all { "or" all }
//! all      = one { "and" one }
//! one      = "not" one | "(" any ")" | name [ compare number ]
//! compare  = "<" | "<=" | "=" | "==" | "!=" | ">=" | ">"
//! ```
//!
//! A name is a meter, or a skill and then means how often it was used; a skill alone means at least one time.

use super::names::{Names, Place};
use crate::diagnostic::{Diagnostic, INVALID_CONDITION, Outcome, UNDECLARED_SKILL};
use crate::model::{Comparison, Condition};
use crate::source::{Span, Spanned};

/// Parentheses and `not` nest no deeper.
const MAX_DEPTH: usize = 32;

/// Reads a condition; `None` when a diagnostic says why it cannot be.
pub(super) fn parse(text: &str, place: &Place, names: Names<'_>) -> Outcome<Option<Condition>> {
    let (tokens, fault) = lex(text, place);
    if let Some(fault) = fault {
        return Outcome::new(None, vec![fault]);
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        end: place.part(text.len(), text.len()),
        names,
        diagnostics: Vec::new(),
    };
    if parser.tokens.is_empty() {
        parser.fail(place.span, "the condition is empty");
    }
    let condition = parser.whole();
    let sound = condition.filter(|_| parser.diagnostics.is_empty());
    Outcome::new(sound, parser.diagnostics)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'a> {
    Name(&'a str),
    Number(i64),
    Compare(Comparison),
    Open,
    Close,
    And,
    Or,
    Not,
}

type Tokens<'a> = Vec<(Token<'a>, Span)>;

/// Cuts the text into tokens, up to the first sign that is none.
fn lex<'a>(text: &'a str, place: &Place) -> (Tokens<'a>, Option<Diagnostic>) {
    let mut tokens: Tokens<'a> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let after_compare = matches!(tokens.last(), Some((Token::Compare(_), _)));
        let Some((token, len)) = token(&text[at..], after_compare) else {
            let span = place.part(at, at + c.len_utf8());
            return (tokens, Some(stray(c, span)));
        };
        tokens.push((token, place.part(at, at + len)));
        at += len;
    }
    (tokens, None)
}

/// The token that a text starts with, and its length. A sign belongs to a number only behind a comparison.
fn token(text: &str, after_compare: bool) -> Option<(Token<'_>, usize)> {
    const SIGNS: [(&str, Token<'static>); 9] = [
        ("<=", Token::Compare(Comparison::LessOrEqual)),
        (">=", Token::Compare(Comparison::GreaterOrEqual)),
        ("!=", Token::Compare(Comparison::NotEqual)),
        ("==", Token::Compare(Comparison::Equal)),
        ("=", Token::Compare(Comparison::Equal)),
        ("<", Token::Compare(Comparison::Less)),
        (">", Token::Compare(Comparison::Greater)),
        ("(", Token::Open),
        (")", Token::Close),
    ];
    if let Some((sign, token)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Some((*token, sign.len()));
    }
    let digits = text.strip_prefix(['-', '\u{2212}', '+']);
    let negative = text.starts_with(['-', '\u{2212}']);
    let digits = digits.filter(|_| after_compare).unwrap_or(text);
    let sign = text.len() - digits.len();
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if len > 0 {
        let size: i64 = digits[..len].parse().unwrap_or(i64::MAX);
        let number = if negative && sign > 0 { -size } else { size };
        return Some((Token::Number(number), sign + len));
    }
    let len = text.find(|c| !is_name_char(c)).unwrap_or(text.len());
    let token = match &text[..len] {
        "" => return None,
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        name => Token::Name(name),
    };
    Some((token, len))
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn stray(c: char, span: Span) -> Diagnostic {
    let help = match c {
        '&' | '|' | '!' => "write the words and, or, not",
        '≥' => "write >=",
        '≤' => "write <=",
        '≠' => "write !=",
        _ => "write a comparison such as trust >= 2; join comparisons with and, or",
    };
    let message = format!("\"{c}\" has no meaning in a condition");
    Diagnostic::new(&INVALID_CONDITION, span, message).help(help)
}

struct Parser<'a> {
    tokens: Tokens<'a>,
    at: usize,
    end: Span,
    names: Names<'a>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Parser<'a> {
    fn whole(&mut self) -> Option<Condition> {
        let condition = self.any(0)?;
        if let Some(&(token, span)) = self.tokens.get(self.at) {
            let message = match token {
                Token::Close => "this parenthesis closes nothing",
                _ => "and or or is missing before this",
            };
            self.fail(span, message);
        }
        Some(condition)
    }

    fn any(&mut self, depth: usize) -> Option<Condition> {
        let mut parts = vec![self.all(depth)?];
        while self.take(Token::Or).is_some() {
            parts.push(self.all(depth)?);
        }
        single(&mut parts).or(Some(Condition::Or(parts)))
    }

    fn all(&mut self, depth: usize) -> Option<Condition> {
        let mut parts = vec![self.one(depth)?];
        while self.take(Token::And).is_some() {
            parts.push(self.one(depth)?);
        }
        single(&mut parts).or(Some(Condition::And(parts)))
    }

    fn one(&mut self, depth: usize) -> Option<Condition> {
        let (token, span) = self.next()?;
        match token {
            _ if depth > MAX_DEPTH => self.fail(span, "the condition is nested too deeply"),
            Token::Not => Some(Condition::Not(Box::new(self.one(depth + 1)?))),
            Token::Open => {
                let inner = self.any(depth + 1)?;
                match self.take(Token::Close) {
                    Some(_) => Some(inner),
                    None => self.fail(span, "this parenthesis is not closed"),
                }
            }
            Token::Name(name) => self.comparison(name, span),
            _ => self.fail(span, "the name of a meter or skill should stand here"),
        }
    }

    fn comparison(&mut self, name: &'a str, span: Span) -> Option<Condition> {
        let known = self.known(name, span);
        let Some(&(Token::Compare(op), _)) = self.tokens.get(self.at) else {
            if known && self.names.is_meter(name) {
                let message = format!("the meter \"{name}\" is not compared with a number");
                let help = format!("write a comparison: {name} >= 1");
                let fault = Diagnostic::new(&INVALID_CONDITION, span, message).help(help);
                self.diagnostics.push(fault);
            }
            return Some(compare(name, span, Comparison::GreaterOrEqual, 1));
        };
        self.at += 1;
        match self.next()? {
            (Token::Number(value), _) if value.abs() <= Condition::LIMIT => {
                Some(compare(name, span, op, value))
            }
            (Token::Number(_), place) => self.fail(place, "this number is too large"),
            (_, place) => self.fail(place, "a whole number should stand here"),
        }
    }

    fn known(&mut self, name: &str, span: Span) -> bool {
        let known = self.names.is_meter(name) || self.names.is_skill(name);
        if !known {
            let message = format!("\"{name}\" is neither a meter nor a skill of this script");
            let fault = Diagnostic::new(&UNDECLARED_SKILL, span, message)
                .help("declare it under meters or skills in the front matter")
                .did_you_mean(name, self.names.all().chain(["and", "or", "not"]));
            self.diagnostics.push(fault);
        }
        known
    }

    fn next(&mut self) -> Option<(Token<'a>, Span)> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        if token.is_none() && self.diagnostics.is_empty() {
            self.fail(self.end, "the condition breaks off");
        }
        token
    }

    fn take(&mut self, wanted: Token<'_>) -> Option<()> {
        let (token, _) = self.tokens.get(self.at)?;
        (*token == wanted).then(|| self.at += 1)
    }

    fn fail(&mut self, span: Span, message: &str) -> Option<Condition> {
        let fault = Diagnostic::new(&INVALID_CONDITION, span, message)
            .help("write a comparison such as trust >= 2; join comparisons with and, or");
        self.diagnostics.push(fault);
        None
    }
}

fn single(parts: &mut Vec<Condition>) -> Option<Condition> {
    if parts.len() == 1 { parts.pop() } else { None }
}

fn compare(name: &str, span: Span, op: Comparison, value: i64) -> Condition {
    Condition::Compare {
        name: Spanned::new(name.to_owned(), span),
        op,
        value,
    }
}
