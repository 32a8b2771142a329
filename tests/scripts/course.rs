//! Whether the course of a conversation holds together: one fault, one line.

use crate::page::Page;

/// The faults of a script with skills `listen` and `tell`, meter `trust` at 2. The body starts at line 5.
fn faults(body: &str) -> Vec<String> {
    Page::of(&format!(
        "---\nskills: [listen, tell]\nmeters: {{trust: 2}}\n---\n{body}"
    ))
    .faults()
}

/// As [`faults`], with a pass rule; it stands on line 4, the body starts at line 6.
fn faults_with_pass(pass: &str, body: &str) -> Vec<String> {
    Page::of(&format!(
        "---\nskills: [listen, tell]\nmeters: {{trust: 2}}\npass: {pass}\n---\n{body}"
    ))
    .faults()
}

const NONE: [&str; 0] = [];

#[test]
fn a_link_to_no_scene() {
    let page = Page::of(
        "## A\n\n- [x](#pain-scal)\n- [y](#end)\n\n## Pain scale\n\n[Continue](#end)\n\n## End {ending=good}\n",
    );
    assert_eq!(page.faults(), ["3 unknown-scene"]);
    assert_eq!(page.marked(), ["#pain-scal"]);
    assert_eq!(
        page.diagnostics[0].message,
        "the choice leads to \"pain-scal\", but no scene has that name; did you mean \"Pain scale\"?"
    );
    assert_eq!(
        faults("## A\n\n[Continue](#nowhere-at-all)\n\n## B {ending=good}\n"),
        ["7 unknown-scene", "9 unreachable-scene"]
    );
    let page = Page::of("## A\n\n- [x](#smaller)\n\n### Smaller\n\n## B {ending=good}\n");
    assert_eq!(page.faults(), ["3 unknown-scene", "7 unreachable-scene"]);
    assert_eq!(page.diagnostics[0].labels.len(), 1);
}

#[test]
fn letters_of_other_scripts_may_be_escaped() {
    assert_eq!(
        faults("## A\n\n[Continue](#caf%C3%A9)\n\n## Café {ending=good}\n"),
        NONE
    );
}

#[test]
fn scenes_that_nothing_leads_to() {
    assert_eq!(
        faults("## A\n\n[Continue](#c)\n\n## B\n\n[Continue](#c)\n\n## C {ending=good}\n"),
        ["9 unreachable-scene"]
    );
    let page = Page::of("## A\n\n[Continue](#b)\n\n## B {ending=good}\n\n## B {ending=poor}\n");
    assert_eq!(page.faults(), ["7 unreachable-scene"]);
    assert_eq!(
        page.diagnostics[0].help.as_deref(),
        Some("two scenes have this title; this one is #b-1")
    );
}

#[test]
fn dead_ends() {
    assert_eq!(
        faults("## A\n\n- [x](#b)\n- [y](#c)\n\n## B\n\nText.\n\n## C {ending=good}\n"),
        ["10 dead-end"]
    );
    assert_eq!(
        faults("## A\n\n- [x](#c)\n- stay\n\n## C {ending=good}\n"),
        ["8 dead-end"]
    );
    assert_eq!(
        faults("## A\n\n- [x](#c)\n- stay\n\nText.\n\n[Continue](#c)\n\n## C {ending=good}\n"),
        NONE
    );
}

#[test]
fn lists_that_can_close() {
    let hub = "## Hub\n\n- [x](#b) {once}\n- [y](#c) {if=\"listen >= 1\"}\n\n## B\n\n- [back](#hub) {listen}\n\n## C {ending=good}\n";
    assert_eq!(faults(hub), NONE);
    let hub = "## Hub\n\n- [x](#b) {once}\n- [y](#c) {if=\"listen >= 2\"}\n- [z](#b) {once}\n\n## B\n\n- [ok](#hub) {listen}\n- [no](#hub) {tell}\n\n## C {ending=good}\n";
    assert_eq!(faults(hub), ["7 dead-end"]);
    let open = hub.replace("## B\n", "[Continue](#c)\n\n## B\n");
    assert_eq!(faults(&open), NONE);
}

#[test]
fn loops_without_a_way_out() {
    assert_eq!(
        faults(
            "## A\n\n- [x](#b)\n- [y](#d)\n\n## B\n\n[Continue](#c)\n\n## C\n\n[Continue](#b)\n\n## D {ending=good}\n"
        ),
        ["10 no-way-out"]
    );
    assert_eq!(faults("## A\n\n[Continue](#a)\n"), ["5 no-ending"]);
    assert_eq!(faults("## A\n\nText.\n"), ["5 dead-end", "5 no-ending"]);
    assert_eq!(faults("Only text.\n"), ["1 no-ending"]);
}

#[test]
fn loops_whose_way_out_closes() {
    let script = "## A\n\n- [x](#b) {listen}\n- [y](#b) {tell}\n\n## B\n\n- [again](#b)\n- [out](#c) {if=\"listen\"}\n\n## C {ending=good}\n";
    let page = Page::of(&format!("---\nskills: [listen, tell]\n---\n{script}"));
    assert_eq!(page.faults(), ["9 no-way-out"]);
    assert!(
        page.diagnostics[0].message.ends_with("when listen is 0"),
        "{}",
        page.diagnostics[0].message
    );
}

#[test]
fn conditions_that_never_or_always_hold() {
    let script = "## A\n\n- [x](#b) {trust+1}\n- [y](#b)\n\n## B\n\n- [p](#c) {if=\"trust >= 4\"}\n- [q](#c) {if=\"trust >= 2\"}\n- [r](#c) {if=\"trust > 2\"}\n- [s](#c)\n\n## C {ending=good}\n";
    assert_eq!(
        faults(script),
        ["12 impossible-condition", "13 needless-condition"]
    );
    assert_eq!(
        faults(&script.replace("trust >= 4", "trust < 2 and trust > 2")),
        ["12 impossible-condition", "13 needless-condition"]
    );
}

#[test]
fn a_meter_that_only_grows_is_decided_in_a_loop() {
    let script = "## A\n\n- [x](#a) {trust+1}\n- [y](#b) {if=\"trust > 99999\"}\n- [z](#b) {if=\"trust < 2\"}\n\n## B {ending=good}\n";
    assert_eq!(
        faults(script),
        ["7 unbounded-meter", "9 impossible-condition"]
    );
    let further = script.replace("99999", "999999");
    assert_eq!(
        faults(&further),
        ["5 undecided-script", "7 unbounded-meter"]
    );
}

#[test]
fn a_meter_that_goes_up_and_down_for_ever_is_decided() {
    let script = "## A\n\n- [up](#a) {trust+1}\n- [down](#a) {trust-1}\n  > No.\n- [y](#b) {if=\"trust > 500\"}\n- [z](#b) {if=\"trust = 3 and trust = 4\"}\n- [end](#b)\n\n## B {ending=good}\n";
    assert_eq!(
        faults(script),
        ["7 unbounded-meter", "11 impossible-condition"]
    );
}

#[test]
fn pass_rules() {
    let script = "## A\n\n- [x](#b) {trust+1 listen}\n- [y](#c) {trust-1}\n  > No.\n\n## B {ending=good}\n\n## C {ending=poor}\n";
    assert_eq!(faults_with_pass("trust >= 3 and listen", script), NONE);
    assert_eq!(
        faults_with_pass("trust >= 4", script),
        ["4 impossible-condition"]
    );
    assert_eq!(
        faults_with_pass("trust <= 1 and listen", script),
        ["4 impossible-condition"]
    );
}

#[test]
fn a_failed_run_does_not_pass() {
    let script =
        "## A\n\n- [x](#b) {trust+5 critical}\n  > It fails.\n- [y](#b)\n\n## B {ending=good}\n";
    assert_eq!(
        faults_with_pass("trust >= 3", script),
        ["4 impossible-condition"]
    );
    assert_eq!(faults_with_pass("trust >= 2", script), NONE);
}

#[test]
fn the_best_path_ends_well() {
    let script = "## A\n\n- [x](#b) {best trust+1}\n- [y](#c)\n  > No.\n\n## B\n\n- [p](#d) {best}\n- [q](#c)\n  > No.\n\n## C {ending=poor}\n\n## D {ending=good}\n";
    assert_eq!(faults(script), NONE);
    assert_eq!(faults_with_pass("trust >= 3", script), NONE);
    let bad = script
        .replace("[p](#d)", "[p](#c)")
        .replace("[q](#c)", "[q](#d)");
    assert_eq!(faults(&bad), ["13 best-path-fails"]);
    let weak = script
        .replace("{best trust+1}", "{best}")
        .replace("[y](#c)", "[y](#b) {trust+1}");
    assert_eq!(faults_with_pass("trust >= 3", &weak), ["4 best-path-fails"]);
}

#[test]
fn best_choices_that_go_wrong() {
    let two =
        "## A\n\n- [x](#b) {best}\n- [y](#c) {best}\n\n## B {ending=good}\n\n## C {ending=poor}\n";
    assert_eq!(faults(two), ["8 best-path-fails"]);
    let critical =
        "## A\n\n- [x](#b) {best critical}\n  > No.\n- [y](#b)\n  > No.\n\n## B {ending=good}\n";
    assert_eq!(faults(critical), ["7 best-path-fails"]);
    let round = "## A\n\n- [x](#a) {best listen}\n- [y](#b)\n  > No.\n\n## B {ending=good}\n";
    assert_eq!(faults(round), ["7 best-path-fails"]);
}

#[test]
fn lists_without_a_best_choice_leave_the_path_open() {
    let script = "## A\n\n- [x](#b) {listen}\n- [y](#b) {tell}\n\n## B\n\n- [p](#d) {best}\n- [q](#c)\n  > No.\n\n## C {ending=poor}\n\n## D {ending=good}\n";
    assert_eq!(faults_with_pass("listen", script), NONE);
}

#[test]
fn choices_that_need_feedback() {
    let script = "## A\n\n- [x](#b) {best}\n- [y](#b)\n\n## B\n\n- [p](#d)\n- [q](#c)\n\n## C {ending=poor}\n\n## D\n\n- [only](#e)\n\n## E\n\n- [l](#f) {trust-1}\n- [m](#f) {critical}\n- [n](#f)\n\n## F {ending=good}\n";
    assert_eq!(
        faults(script),
        ["8", "13", "23", "24"].map(|line| format!("{line} missing-feedback"))
    );
}

#[test]
fn choices_that_are_none() {
    assert_eq!(
        faults("## A\n\n- [x](#b)\n- [y](#b)\n\n## B {ending=good}\n"),
        ["7 empty-choice"]
    );
    assert_eq!(
        faults("## A\n\n- [x](#b) {listen}\n- [y](#b)\n\n## B {ending=good}\n"),
        NONE
    );
}

#[test]
fn meters_without_limit() {
    let script = "## A\n\n- [x](#a) {trust+1}\n- [y](#b)\n\n## B {ending=good}\n";
    assert_eq!(faults(script), ["7 unbounded-meter"]);
    for bounded in ["{trust+1 once}", "{trust+1 if=\"trust < 9\"}", "{tell}"] {
        assert_eq!(
            faults(&script.replace("{trust+1}", bounded)),
            NONE,
            "{bounded}"
        );
    }
    let even = "## A\n\n- [x](#c) {trust+1}\n- [y](#b)\n\n## C\n\n- [z](#a) {trust-1}\n\n## B {ending=good}\n";
    assert_eq!(faults(even), NONE);
    assert_eq!(
        faults(&even.replace("trust+1", "trust+2")),
        ["7 unbounded-meter"]
    );
}

#[test]
fn an_ending_may_offer_another_run() {
    let script = "## A\n\n- [x](#b) {trust+1}\n- [y](#c)\n\n## B {ending=good}\n\n- What went well\n- What did not\n\n[Try again](#a)\n\n## C {ending=mixed}\n\n- [Once more](#a)\n- [See more](#d)\n\n## D {ending=mixed}\n";
    assert_eq!(faults(script), NONE);
}
