use super::*;

/// Cleans a page of its own: of equal ids the first stays.
fn clean(html: &str) -> String {
    let mut ids = HashSet::new();
    super::clean(html, |id| ids.insert(id.to_owned()))
}

#[test]
fn nothing_that_runs_loads_or_asks_is_left() {
    for attack in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script>alert(1)",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror\n=\n\"alert(1)\">",
        "<img/src=x/onerror=alert(1)>",
        "<p onclick='alert(1)' OnMouseOver=alert(1)>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<a href=' \u{1}javascript:alert(1)'>x</a>",
        "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='java&#x09;script&colon;alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='vbscript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<iframe src='https://x.example/' srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=x.swf></object><embed src=x.swf><applet code=x></applet>",
        "<style>p{background:url(https://x.example/)}</style>",
        "<p style='background:url(https://x.example/)'>x</p>",
        "<base href='https://x.example/'>",
        "<meta http-equiv=refresh content='0;url=https://x.example/'>",
        "<link rel=stylesheet href=https://x.example/x.css>",
        "<form action='https://x.example/'><input name=a><button formaction='javascript:alert(1)'>x</button></form>",
        "<video src=x onerror=alert(1)></video><audio src=x></audio>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
        "<template><img src=x onerror=alert(1)></template>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<xmp><p title=\"</xmp><script>alert(1)</script>\">",
        "<p title='\" onmouseover=\"alert(1)'>x</p>",
        "<p id='x\" onclick=\"alert(1)'>x</p>",
        "<!--><script>alert(1)</script>-->",
        "<a href='https://x.example/' target=_blank ping=https://x.example/>x</a>",
    ] {
        assert_harmless(attack);
    }
}

/// Reads the tags that are left as a browser would, and looks at every name and address.
fn assert_harmless(attack: &str) {
    let html = clean(attack);
    let mut rest = html.as_str();
    while let Some(start) = rest.find('<') {
        let (tag, after) = rest[start..].split_at(tag_len(&rest[start..]));
        rest = after;
        let body = tag.trim_matches(['<', '>', '/']);
        let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
        assert!(TAGS.contains(&name), "{attack}\n{html}");
        for (key, value) in split_attributes(attributes) {
            let own = ATTRIBUTES
                .iter()
                .any(|(t, keys)| *t == name && keys.contains(&key));
            let fixed = VALUES
                .iter()
                .any(|(t, k, v)| (*t, *k, *v) == (name, key, value));
            assert!(
                own || fixed || EVERYWHERE.contains(&key),
                "{attack}\n{html}"
            );
            if matches!(key, "href" | "src") {
                let scheme = value.split_once(':').map_or("https", |(scheme, _)| scheme);
                assert!(SCHEMES.contains(&scheme), "{attack}\n{html}");
            }
        }
    }
}

#[test]
fn what_shows_text_and_pictures_stays() {
    for html in [
        "<p>a <strong>b</strong> <em>c</em> H<sub>2</sub>O <kbd>Esc</kbd> <mark>m</mark></p>",
        "<details open=\"\"><summary>More</summary><p>x</p></details>",
        "<figure><img src=\"../media/x.svg\" alt=\"A chart\" width=\"20\" height=\"10\"><figcaption>c</figcaption></figure>",
        "<table class=\"plain\"><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\">b</td></tr></tbody></table>",
        "<p dir=\"rtl\" lang=\"ar\"><ruby>漢<rt>kan</rt></ruby></p>",
        "<a class=\"cite\" id=\"cite-1\" href=\"#ref-x\">1</a>",
        "<a href=\"tel:+15551234\">call</a> <a href=\"mailto:a@b.example\">mail</a> <a href=\"x.html?a=1&amp;b=2#c\">x</a>",
        "<ol start=\"3\"><li>x</li></ol>",
        "<pre><code class=\"language-x\">a &lt; b</code></pre>",
    ] {
        let mut wanted: Vec<char> = html.chars().collect();
        let cleaned = clean(html);
        let mut got: Vec<char> = cleaned.chars().collect();
        // Attributes may stand in another order.
        wanted.sort_unstable();
        got.sort_unstable();
        assert_eq!(got, wanted, "{html}\n{cleaned}");
    }
}

#[test]
fn placeholders_survive_in_text_and_never_in_attributes() {
    let html = "<div>\u{E000}12\u{E001}</div>\u{E000}3\u{E001}<p title=\"\u{E000}4\u{E001}\">x</p>";
    assert_eq!(
        clean(html),
        "<div>\u{E000}12\u{E001}</div>\u{E000}3\u{E001}<p>x</p>"
    );
}

#[test]
fn an_unclosed_tag_does_not_swallow_the_page() {
    for start in [
        "<script>",
        "<style>",
        "<iframe src=x>",
        "<textarea>",
        "<title>",
        "<xmp>",
        "<noscript>",
    ] {
        let cleaned = clean(&format!("<p>a {start} b</p><p>the rest</p>"));
        assert!(cleaned.contains("<p>the rest</p>"), "{start}: {cleaned}");
    }
    assert_eq!(clean("<script>x()</script><p>y</p>"), "<p>y</p>");
}

#[test]
fn there_is_one_title_and_each_id_once() {
    assert_eq!(
        clean(
            "<h1 id=\"a\">x</h1><p id=\"a\">y</p><a name=\"b\">z</a><a id=\"b\" name=\"c\">z</a>"
        ),
        "<h2 id=\"a\">x</h2><p>y</p><a id=\"b\">z</a><a>z</a>"
    );
}

#[test]
fn of_inputs_only_the_boxes_of_task_lists_stay() {
    let html = clean("<input type=\"checkbox\" checked=\"\"><input type=password><input>");
    assert_eq!(html.matches("<input").count(), 1, "{html}");
    assert!(html.contains("disabled=\"\""), "{html}");
}

#[test]
fn broken_html_ends_and_is_clean_the_second_time() {
    for piece in [
        "<table>",
        "<a href=x>",
        "<",
        "<!--",
        "</p>",
        "<p title=\"",
        "<svg>",
        "<math><mi>",
        "<li>",
        "<p>x",
    ] {
        let cleaned = clean(&piece.repeat(10_000));
        assert_eq!(clean(&cleaned), cleaned, "{piece}");
    }
}

#[test]
fn usual_depth_stays_and_absurd_depth_keeps_its_text() {
    let nested = |n: usize| format!("{}a &lt; b{}", "<div>".repeat(n), "</div>".repeat(n));
    assert_eq!(clean(&nested(512)), nested(512));
    assert_eq!(clean(&nested(513)).trim(), "a &lt; b");
    assert_eq!(clean(&nested(200_000)).trim(), "a &lt; b");
    let side_by_side = "<div><b>x</b></div>".repeat(2_000);
    assert_eq!(clean(&side_by_side), side_by_side);
}

#[test]
fn formatting_that_is_never_closed_does_not_multiply() {
    let html: String = (0..10_000)
        .map(|n| format!("<p><b class=\"c{n}\">x"))
        .collect();
    let cleaned = clean(&html);
    assert!(
        cleaned == "<p>x</p>".repeat(10_000),
        "{} bytes",
        cleaned.len()
    );
}
