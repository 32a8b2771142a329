//! Every fault that reading, parsing and linking can find. Lint rules bring their own entries.

use super::{Rule, Severity};

macro_rules! rules {
    ($($ident:ident = $code:literal $name:literal $severity:ident $summary:literal;)*) => {
        $(
            #[doc = $summary]
            pub static $ident: Rule = Rule {
                code: $code,
                name: $name,
                severity: Severity::$severity,
                summary: $summary,
                page: include_str!(concat!("rules/", $name, ".md")),
            };
        )*

        /// All of them, in the order of their codes.
        pub static CATALOG: &[&Rule] = &[$(&$ident),*];
    };
}

rules! {
    UNREADABLE_FILE = "TB001" "unreadable-file" Error "A file or folder cannot be read.";
    INVALID_ENCODING = "TB002" "invalid-encoding" Error "A text file is not saved as UTF-8.";
    LINK_LEAVES_PROJECT = "TB003" "link-leaves-project" Error "A symbolic link leads out of the project or into itself.";
    MISSING_CONFIG = "TB004" "missing-config" Error "The project has no teachback.yaml.";
    MISPLACED_FILE = "TB005" "misplaced-file" Warning "A file stands where no kind of page is kept.";
    UNKNOWN_NAME_PART = "TB006" "unknown-name-part" Error "A part of a file name is neither a level nor a language.";
    OUTPUT_CLASH = "TB007" "output-clash" Error "Two files would give the same page.";
    HUGE_FILE = "TB008" "huge-file" Warning "A page is too large for people and browsers.";
    EMPTY_FILE = "TB009" "empty-file" Warning "A page has no text.";
    MISSING_MODULE_PAGE = "TB010" "missing-module-page" Error "A module folder has no module.md.";

    INVALID_YAML = "TB101" "invalid-yaml" Error "A YAML text cannot be read.";
    DUPLICATE_KEY = "TB102" "duplicate-key" Error "A key is given twice.";
    UNKNOWN_KEY = "TB103" "unknown-key" Error "A key is not known.";
    MISSING_KEY = "TB104" "missing-key" Error "A key that must be there is missing.";
    INVALID_VALUE = "TB105" "invalid-value" Error "A value is not of the kind its key wants.";
    UNCLOSED_FRONT_MATTER = "TB106" "unclosed-front-matter" Error "Front matter has no closing line.";
    MISSING_TITLE = "TB107" "missing-title" Error "A page has no title.";
    DUPLICATE_ID = "TB108" "duplicate-id" Error "An id is used twice.";
    UNKNOWN_NAME = "TB109" "unknown-name" Error "A role, lesson, module or language is not known.";

    UNKNOWN_BLOCK = "TB201" "unknown-block" Error "A block has a name that is not known.";
    UNCLOSED_BLOCK = "TB202" "unclosed-block" Error "A block is not closed.";
    STRAY_FENCE = "TB203" "stray-fence" Error "A closing ::: has no block to close.";
    MISPLACED_BLOCK = "TB204" "misplaced-block" Error "A block stands where it cannot be read.";
    INVALID_ATTRIBUTES = "TB205" "invalid-attributes" Error "What stands between braces cannot be read.";
    UNKNOWN_ATTRIBUTE = "TB206" "unknown-attribute" Error "An attribute is not known for its block.";
    MISSING_ATTRIBUTE = "TB207" "missing-attribute" Error "A block lacks an attribute that it needs.";
    INVALID_BLOCK_CONTENT = "TB208" "invalid-block-content" Error "A block does not hold what its kind wants.";
    UNCLOSED_CODE_FENCE = "TB209" "unclosed-code-fence" Error "A code fence is not closed.";
    NESTED_TOO_DEEPLY = "TB210" "nested-too-deeply" Error "Quotes, lists or blocks are nested too deeply.";
    UNKNOWN_LABEL = "TB211" "unknown-label" Error "The label of a quote is not known.";
    UNSAFE_HTML = "TB212" "unsafe-html" Warning "Raw HTML holds something that is left out.";
    MISSING_ALT_TEXT = "TB213" "missing-alt-text" Error "A picture has no alternative text.";
    SECOND_TITLE = "TB214" "second-title" Warning "A page has a first-level heading beside its title.";

    MISSING_TRANSLATION = "TB261" "missing-translation" Info "A page or snippet is not there in a language or at a level.";
    OUTDATED_TRANSLATION = "TB262" "outdated-translation" Warning "A translation was reviewed before its source.";
    PREREQUISITE_CYCLE = "TB263" "prerequisite-cycle" Error "Modules wait for each other.";

    BROKEN_LINK = "TB301" "broken-link" Error "A link names a file that is not there.";
    BROKEN_ANCHOR = "TB302" "broken-anchor" Error "A link names a place that its page does not have.";
    MISSING_MEDIA = "TB303" "missing-media" Error "A picture or media file is not there.";
    TARGET_OUTSIDE_PROJECT = "TB304" "target-outside-project" Error "A link leads out of the content folder.";
    UNSAFE_LINK = "TB305" "unsafe-link" Error "A link has an address that could run a program.";
    UNKNOWN_FACT = "TB306" "unknown-fact" Error "A fact is not in facts.yaml.";
    UNKNOWN_TERM = "TB307" "unknown-term" Error "A term is not in the glossary.";
    UNKNOWN_CITATION = "TB308" "unknown-citation" Error "A citation names no entry of references.bib.";
    UNKNOWN_SNIPPET = "TB309" "unknown-snippet" Error "A snippet is not there.";
    SNIPPET_LOOP = "TB310" "snippet-loop" Error "A snippet puts in itself.";
    INVALID_BIBTEX = "TB311" "invalid-bibtex" Error "An entry of references.bib cannot be read.";
    BUILT_PAGE_LINK = "TB312" "built-page-link" Error "A link names a built page instead of its source.";
    LINK_TO_DRAFT = "TB313" "link-to-draft" Warning "A link leads to a draft that is not built.";
    BROKEN_FOOTNOTE = "TB314" "broken-footnote" Error "A footnote is not written, or nothing refers to it.";
    INVALID_CITATION = "TB315" "invalid-citation" Error "A citation cannot be read.";
    DAMAGED_PICTURE = "TB320" "damaged-picture" Warning "A picture is not whole.";
    PICTURE_NOT_SHOWN = "TB321" "picture-not-shown" Warning "A file is shown as a picture, but browsers do not show its kind.";
    WRONG_PICTURE_ENDING = "TB322" "wrong-picture-ending" Warning "A picture has the ending of another kind.";
    HUGE_PICTURE = "TB323" "huge-picture" Warning "A picture has too many points.";
    PICTURE_TELLS_PLACE = "TB324" "picture-tells-place" Warning "A picture to download says where it was taken.";
    INVALID_CAPTIONS = "TB325" "invalid-captions" Error "Captions cannot be read.";
    CAPTIONS_OUT_OF_ORDER = "TB326" "captions-out-of-order" Error "Captions do not stand in the order of their times.";
    CAPTIONS_PAST_END = "TB327" "captions-past-end" Error "A caption comes after the end of its recording.";
    EMPTY_CAPTION = "TB328" "empty-caption" Warning "A caption says nothing.";
    UNKNOWN_CAPTION_SETTING = "TB329" "unknown-caption-setting" Warning "A setting of a caption is not known.";

    INVALID_QUESTION = "TB401" "invalid-question" Error "A question cannot be read as one.";
    NO_RIGHT_ANSWER = "TB402" "no-right-answer" Error "A question has no right answer.";
    UNKNOWN_QUESTION_TYPE = "TB403" "unknown-question-type" Error "A type of question is not known.";
    UNKNOWN_OBJECTIVE = "TB404" "unknown-objective" Error "A question names an objective that its module does not have.";
    UNKNOWN_BANK = "TB405" "unknown-bank" Error "A quiz names a bank that is not there.";
    SMALL_BANK = "TB406" "small-bank" Error "A quiz draws more questions than its banks hold.";
    INVALID_PATTERN = "TB407" "invalid-pattern" Error "A regular expression cannot be read.";
    GAP_OUTSIDE_QUESTION = "TB408" "gap-outside-question" Warning "A gap stands outside a question with gaps.";
    PART_WITHOUT_EFFECT = "TB409" "part-without-effect" Warning "A part of a question has no effect.";
    OPEN_ANSWER = "TB410" "open-answer" Info "An answer of a concealed quiz cannot be concealed.";

    UNKNOWN_SCENE = "TB501" "unknown-scene" Error "A link of a script names no scene.";
    UNREACHABLE_SCENE = "TB502" "unreachable-scene" Error "A scene cannot be reached.";
    DEAD_END = "TB503" "dead-end" Error "A scene neither leads on nor is an ending.";
    NO_WAY_OUT = "TB504" "no-way-out" Error "From a scene no ending can be reached.";
    UNKNOWN_SPEAKER = "TB505" "unknown-speaker" Error "A speaker is not in the cast.";
    UNDECLARED_SKILL = "TB506" "undeclared-skill" Error "A skill or meter is not declared.";
    INVALID_CONDITION = "TB507" "invalid-condition" Error "A condition cannot be read.";
    IMPOSSIBLE_CONDITION = "TB508" "impossible-condition" Error "A condition or pass rule can never come true.";
    BEST_PATH_FAILS = "TB509" "best-path-fails" Error "The best choices do not lead to a good end.";
    MISSING_FEEDBACK = "TB510" "missing-feedback" Warning "A choice that is not right has no feedback.";
    NO_ENDING = "TB511" "no-ending" Error "A script has no ending.";
    UNDECIDED_SCRIPT = "TB512" "undecided-script" Info "A script has too many states to decide its conditions.";
    NEEDLESS_CONDITION = "TB513" "needless-condition" Info "A condition is always true.";
    EMPTY_CHOICE = "TB514" "empty-choice" Warning "All choices of a list lead to the same place and change nothing.";
    UNBOUNDED_METER = "TB515" "unbounded-meter" Warning "A meter can grow without limit.";

    MISSING_KEY_MESSAGE = "TB601" "missing-key-message" Error "A level of a handout does not give a key message.";
    UNKNOWN_KEY_MESSAGE = "TB602" "unknown-key-message" Error "A key block names no key message of its handout.";
    KEY_NUMBER_DIFFERS = "TB611" "key-number-differs" Error "A number in a key message is not the same everywhere.";
    KEY_NUMBER_MISSING = "TB612" "key-number-missing" Warning "A number in a key message is missing on a page.";

    UNSOUND_ALLOWANCE = "TB710" "unsound-allowance" Warning "An allowance gives no reason, names no rule or allows nothing.";
    WORD_EXAMPLE = "TB711" "word-example" Error "An example in a list of words does not hold.";

    THEME_FAULT = "TB801" "theme-fault" Error "A template of the theme cannot be used.";
    UNKNOWN_THEME = "TB802" "unknown-theme" Error "The theme is not there.";
    BRAND_CONTRAST = "TB803" "brand-contrast" Error "The brand colour cannot be read on the theme.";
}
