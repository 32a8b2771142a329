//! The default theme, held by the program so that an installed teachback works anywhere.

macro_rules! embed {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../../themes/default/", $path)))),*]
    };
}

/// Every file of `themes/default` with its text, in the order of the paths.
pub static FILES: &[(&str, &str)] = embed! {
    "assets/css/10-tokens.css"
    "assets/css/20-base.css"
    "assets/css/30-layout.css"
    "assets/css/40-prose.css"
    "assets/css/50-parts.css"
    "assets/css/52-home.css"
    "assets/css/54-pages.css"
    "assets/css/60-blocks.css"
    "assets/css/70-questions.css"
    "assets/css/72-player.css"
    "assets/css/74-quiz.css"
    "assets/css/76-progress.css"
    "assets/css/80-dialogue.css"
    "assets/css/82-map.css"
    "assets/css/84-compare.css"
    "assets/css/84-play.css"
    "assets/css/86-debrief.css"
    "assets/css/86-paper.css"
    "assets/css/90-print.css"
    "assets/css/92-print-script.css"
    "assets/js/05-offline.js"
    "assets/js/10-page.js"
    "assets/js/20-record.js"
    "assets/js/22-store.js"
    "assets/js/30-progress.js"
    "assets/js/algorithms/10-sha256.js"
    "assets/js/certificate/20-text.js"
    "assets/js/certificate/30-page.js"
    "assets/js/concealed/10-concealed.js"
    "assets/js/dialogue/10-machine.js"
    "assets/js/dialogue/20-run.js"
    "assets/js/dialogue/30-stage.js"
    "assets/js/dialogue/40-debrief.js"
    "assets/js/dialogue/50-player.js"
    "assets/js/progress/10-page.js"
    "assets/js/questions/10-shuffle.js"
    "assets/js/questions/20-score.js"
    "assets/js/questions/30-parts.js"
    "assets/js/questions/32-choice.js"
    "assets/js/questions/34-texts.js"
    "assets/js/questions/36-order.js"
    "assets/js/questions/38-faults.js"
    "assets/js/questions/40-game.js"
    "assets/js/questions/44-player.js"
    "assets/js/quiz/10-attempt.js"
    "assets/js/quiz/20-record.js"
    "assets/js/quiz/30-panels.js"
    "assets/js/quiz/40-result.js"
    "assets/js/quiz/50-attempt.js"
    "assets/js/quiz/60-quiz.js"
    "locales/en.ftl"
    "locales/es.ftl"
    "templates/404.html"
    "templates/article-head.html"
    "templates/article.html"
    "templates/base.html"
    "templates/bibliography.html"
    "templates/blocks/audio.html"
    "templates/blocks/compare.html"
    "templates/blocks/details.html"
    "templates/blocks/discuss.html"
    "templates/blocks/evidence.html"
    "templates/blocks/key.html"
    "templates/blocks/myth.html"
    "templates/blocks/question.html"
    "templates/blocks/quiz.html"
    "templates/blocks/resources.html"
    "templates/blocks/role.html"
    "templates/blocks/say.html"
    "templates/blocks/snippet.html"
    "templates/blocks/steps.html"
    "templates/blocks/teachback.html"
    "templates/blocks/video.html"
    "templates/breadcrumbs.html"
    "templates/certificate.html"
    "templates/choice.html"
    "templates/compare-note.html"
    "templates/compare-turn.html"
    "templates/components.html"
    "templates/dialogue-player.html"
    "templates/footer.html"
    "templates/footnotes.html"
    "templates/gap.html"
    "templates/glossary.html"
    "templates/handout.html"
    "templates/header.html"
    "templates/home.html"
    "templates/icons.html"
    "templates/index.html"
    "templates/lesson.html"
    "templates/line-audio.html"
    "templates/map-list.html"
    "templates/map-picture.html"
    "templates/meta.html"
    "templates/module.html"
    "templates/offline.html"
    "templates/page.html"
    "templates/progress-parts.html"
    "templates/progress.html"
    "templates/question-answer.html"
    "templates/question-player.html"
    "templates/question-reasons.html"
    "templates/question-task.html"
    "templates/quiz-player.html"
    "templates/references.html"
    "templates/scene.html"
    "templates/script-card.html"
    "templates/script-cards.html"
    "templates/script-map.html"
    "templates/script-notes.html"
    "templates/script-papers.html"
    "templates/script-reading.html"
    "templates/script.html"
    "templates/toc.html"
    "templates/turn.html"
    "templates/variants.html"
    "theme.yaml"
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::discover;
    use std::path::Path;

    #[test]
    fn the_table_lists_every_file_of_the_folder() {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sources = discover(repository).expect("the repository can be read");
        let on_disk: Vec<(&str, &str)> = sources
            .below("themes/default/")
            .map(|file| (&file.path["themes/default/".len()..], &*file.text))
            .collect();
        assert_eq!(FILES, on_disk);
    }
}
