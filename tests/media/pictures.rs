//! Pictures: the sizes that pages get, and what is wrong with a file.

use crate::project::Project;
use crate::samples::{NOTES, chunk, decoded, jpeg, plain_png, png, webp, with_notes};
use crate::site::{Built, attribute, build, from_pages};

const PAGE: &str = "pages/look.html";

/// A project with one page.
fn page(text: &str) -> Project {
    Project::new().file(
        "content/pages/look.md",
        format!("---\ntitle: Look\n---\n\n{text}\n"),
    )
}

fn shown(name: &str, bytes: &[u8]) -> Built {
    build(&page(&format!("![Stairs]({name})")).file(&format!("content/pages/{name}"), bytes))
}

fn measures(tag: &str) -> (&str, &str) {
    let value = |name| attribute(tag, name).unwrap_or("none");
    (value("width"), value("height"))
}

#[test]
fn a_photograph_comes_in_the_sizes_that_screens_need() {
    let built = shown("stairs.jpg", &jpeg(2000, 1000));
    assert!(built.diagnostics.is_empty(), "{:?}", built.said());
    let tag = built.tag(PAGE, "<img ");
    let choices = built.choices(tag);
    let widths: Vec<u32> = choices.iter().map(|(_, width)| *width).collect();
    assert_eq!(widths, [560, 840, 1120, 1680]);
    for (path, width) in &choices {
        let picture = decoded(&built.files[path]);
        assert_eq!(
            (picture.width(), picture.height()),
            (*width, width / 2),
            "{path}"
        );
        assert!(path.ends_with(".jpg"), "{path}");
    }
    assert_eq!(measures(tag), ("1680", "840"), "those of the largest");
    assert_eq!(attribute(tag, "loading"), Some("lazy"));
    assert_eq!(attribute(tag, "decoding"), Some("async"));
    assert_eq!(attribute(tag, "alt"), Some("Stairs"));
    assert!(attribute(tag, "sizes").is_some());
    let src = from_pages(attribute(tag, "src").expect("an address"));
    assert_eq!(choices[1].0, src, "a browser that cannot choose takes 840");
    assert!(
        !built.files.contains_key("pages/stairs.jpg"),
        "the original is kept out"
    );
}

#[test]
fn a_size_shows_what_the_picture_shows() {
    let built = shown("stairs.png", &png(1000, 500));
    let choices = built.choices(built.tag(PAGE, "<img "));
    let small = decoded(&built.files[&choices[0].0]).into_rgb8();
    // The slope of colours goes from 0 to 255 over the width in red, over the height in green.
    for (x, y) in [(120, 60), (240, 120), (400, 200)] {
        let [red, green, _] = small.get_pixel(x, y).0;
        let wanted = |at: u32, of: u32| i32::try_from(at * 255 / of).expect("a share of 255");
        assert!(
            (i32::from(red) - wanted(x, 560)).abs() <= 2,
            "red at {x}: {red}"
        );
        assert!(
            (i32::from(green) - wanted(y, 280)).abs() <= 2,
            "green at {y}: {green}"
        );
    }
}

#[test]
fn nothing_is_enlarged() {
    let built = shown("icon.png", &png(32, 20));
    let tag = built.tag(PAGE, "<img ");
    assert_eq!(measures(tag), ("32", "20"));
    assert_eq!(attribute(tag, "srcset"), None, "there is nothing to choose");
    let src = from_pages(attribute(tag, "src").expect("an address"));
    let picture = decoded(&built.files[&src]);
    assert_eq!((picture.width(), picture.height()), (32, 20));
}

#[test]
fn where_a_photograph_was_taken_is_not_told() {
    for width in [300, 2000] {
        let given = with_notes(&jpeg(width, 100), NOTES);
        let built = shown("stairs.jpg", &given);
        assert!(built.diagnostics.is_empty(), "{:?}", built.said());
        for (path, bytes) in &built.files {
            let notes = bytes.windows(4).any(|window| window == b"Exif");
            assert!(
                !notes || path.ends_with(".html"),
                "{path} holds notes of a camera"
            );
        }
    }
}

#[test]
fn texts_in_a_png_and_exif_in_a_webp_stay_at_home() {
    let whole = png(60, 40);
    let (head, rest) = whole.split_at(33);
    let text = chunk(b"tEXt", b"Comment\0Dana's kitchen");
    let built = shown("kitchen.png", &[head, &text, rest].concat());
    assert!(built.diagnostics.is_empty(), "{:?}", built.said());
    let src = from_pages(attribute(built.tag(PAGE, "<img "), "src").expect("an address"));
    assert_eq!(
        built.files[&src], whole,
        "point for point, without the text"
    );

    let whole = webp(60, 40);
    let canvas = [0x08, 0, 0, 0, 59, 0, 0, 39, 0, 0];
    let chunks = [
        b"VP8X\x0A\0\0\0".as_slice(),
        &canvas,
        &whole[12..],
        b"EXIF\x08\0\0\0MM\0*\0\0\0\x08",
    ]
    .concat();
    let len = u32::try_from(chunks.len() + 4).expect("short");
    let built = shown(
        "kitchen.webp",
        &[b"RIFF".as_slice(), &len.to_le_bytes(), b"WEBP", &chunks].concat(),
    );
    assert!(built.diagnostics.is_empty(), "{:?}", built.said());
    let src = from_pages(attribute(built.tag(PAGE, "<img "), "src").expect("an address"));
    let made = &built.files[&src];
    assert!(!made.windows(4).any(|window| window == b"EXIF"));
    assert_eq!(decoded(made).into_rgb8(), crate::samples::drawing(60, 40));
}

#[test]
fn a_camera_that_was_held_sideways_gives_an_upright_picture() {
    let built = shown("stairs.jpg", &with_notes(&jpeg(400, 100), NOTES));
    let tag = built.tag(PAGE, "<img ");
    assert_eq!(measures(tag), ("100", "400"));
    let src = from_pages(attribute(tag, "src").expect("an address"));
    let picture = decoded(&built.files[&src]).into_rgb8();
    assert_eq!((picture.width(), picture.height()), (100, 400));
    // Turned to the right by a quarter, what was on the left is above: red grows downward, green to the left.
    let (above, below) = (picture.get_pixel(50, 40).0, picture.get_pixel(50, 360).0);
    assert!(above[0] < 60 && below[0] > 200, "{above:?} {below:?}");
    let (left, right) = (picture.get_pixel(10, 200).0, picture.get_pixel(90, 200).0);
    assert!(left[1] > 200 && right[1] < 60, "{left:?} {right:?}");
}

#[test]
fn a_picture_to_download_is_given_as_it_is() {
    let original = jpeg(2000, 1000);
    let text = "![Stairs](stairs.jpg)\n\n[The whole picture](stairs.jpg)";
    let built = build(&page(text).file("content/pages/stairs.jpg", &original));
    assert_eq!(built.files["pages/stairs.jpg"], original);
    assert_eq!(built.choices(built.tag(PAGE, "<img ")).len(), 4);
    assert!(built.diagnostics.is_empty(), "{:?}", built.said());

    let noted = with_notes(&original, NOTES);
    let built =
        build(&page("[The whole picture](stairs.jpg)").file("content/pages/stairs.jpg", &noted));
    assert_eq!(built.files["pages/stairs.jpg"], noted);
    assert_eq!(built.said(), ["picture-tells-place"]);
}

#[test]
fn the_author_says_how_large_a_picture_is_shown() {
    let cases = [
        ("{width=300}", ("300", "150")),
        ("{height=100}", ("200", "100")),
        ("{width=50 height=50}", ("50", "50")),
    ];
    for (attributes, wanted) in cases {
        let project = page(&format!("![Stairs](stairs.png){attributes}"));
        let built = build(&project.file("content/pages/stairs.png", png(1000, 500)));
        assert_eq!(measures(built.tag(PAGE, "<img ")), wanted, "{attributes}");
    }
}

#[test]
fn a_picture_in_raw_html_is_one_like_others() {
    let text = "<p><img src=\"stairs.png\" alt=\"Up &amp; down\" class=\"wide\" onload=\"x()\" srcset=\"https://x.example/a.png 2x\"></p>";
    let built = build(&page(text).file("content/pages/stairs.png", png(1000, 500)));
    let tag = built.tag(PAGE, "<img ");
    assert_eq!(attribute(tag, "alt"), Some("Up &amp; down"));
    assert_eq!(attribute(tag, "class"), Some("wide"));
    assert_eq!(measures(tag), ("1000", "500"));
    assert_eq!(built.choices(tag).len(), 2, "560 and itself");
    assert!(
        !tag.contains("onload") && !tag.contains("x.example"),
        "{tag}"
    );
}

#[test]
fn a_drawing_of_lines_and_a_film_of_pictures_stay_as_they_are() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 48\"></svg>";
    let built = shown("stairs.svg", svg.as_bytes());
    assert_eq!(measures(built.tag(PAGE, "<img ")), ("64", "48"));
    assert_eq!(built.files["pages/stairs.svg"], svg.as_bytes());

    let gif = b"GIF89a\x05\0\x07\0\0\0\0;";
    let built = shown("stairs.gif", gif);
    assert_eq!(measures(built.tag(PAGE, "<img ")), ("5", "7"));
    assert_eq!(built.files["pages/stairs.gif"], gif);

    let still = png(900, 300);
    let moving = [
        &still[..33],
        &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]),
        &still[33..],
    ]
    .concat();
    let built = shown("stairs.png", &moving);
    assert_eq!(measures(built.tag(PAGE, "<img ")), ("900", "300"));
    assert_eq!(built.files["pages/stairs.png"], moving);
}

#[test]
fn the_logo_and_the_poster_are_pictures_too() {
    let config = "title: Test\nbrand: {logo: media/mark.png}\n";
    let text =
        "::: video {src=spray.mp4 captions=spray.vtt transcript=words.md poster=still.jpg}\n:::";
    let project = page(text)
        .file("teachback.yaml", config)
        .file("content/media/mark.png", png(1000, 500))
        .file("content/pages/still.jpg", jpeg(2000, 1000))
        .file("content/pages/spray.mp4", "film")
        .file(
            "content/pages/spray.vtt",
            "WEBVTT\n\n00:00.000 --> 00:01.000\nPress.\n",
        )
        .file(
            "content/pages/words.md",
            "---\ntitle: Words\n---\n\nPress.\n",
        );
    let built = build(&project);
    let logo = built.tag(PAGE, "<img class=\"site-logo\"");
    assert_eq!(measures(logo), ("1000", "500"));
    let src = from_pages(attribute(logo, "src").expect("an address"));
    assert_eq!(decoded(&built.files[&src]).width(), 560);
    let poster = from_pages(attribute(built.tag(PAGE, "<video "), "poster").expect("a poster"));
    assert_eq!(decoded(&built.files[&poster]).width(), 1120);
    assert!(!built.files.contains_key("pages/still.jpg"));
}

#[test]
fn what_is_wrong_with_a_file_is_told_and_the_file_is_there_all_the_same() {
    let whole = jpeg(300, 200);
    let mut bent = png(300, 200);
    let middle = bent.len() / 2;
    bent[middle] ^= 0xFF;
    let tiff = b"II*\0\x08\0\0\0";
    let cases: [(&str, &[u8], &str); 6] = [
        ("cut.jpg", &whole[..whole.len() - 40], "damaged-picture"),
        ("bent.png", &bent, "damaged-picture"),
        ("cut.webp", &webp(60, 40)[..50], "damaged-picture"),
        ("scan.tiff", tiff, "picture-not-shown"),
        ("words.png", b"words", "picture-not-shown"),
        ("named.png", &whole, "wrong-picture-ending"),
    ];
    for (name, bytes, rule) in cases {
        let built = shown(name, bytes);
        assert_eq!(built.said(), [rule], "{name}");
        let fault = &built.diagnostics[0];
        assert!(
            fault.message.contains(name) && fault.help.is_some(),
            "{fault:?}"
        );
        let src = from_pages(attribute(built.tag(PAGE, "<img "), "src").expect("an address"));
        assert!(built.files.contains_key(&src), "{name}: {src}");
    }
}

#[test]
fn a_small_file_that_unfolds_to_gigabytes_is_not_unfolded() {
    let head = [30_000_u32.to_be_bytes(), 30_000_u32.to_be_bytes()].concat();
    let head = chunk(b"IHDR", &[&head[..], &[8, 2, 0, 0, 0]].concat());
    let bomb = [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &head,
        &chunk(b"IDAT", b"x"),
        &chunk(b"IEND", b""),
    ]
    .concat();
    let built = shown("bomb.png", &bomb);
    assert_eq!(built.said(), ["huge-picture"]);
    assert_eq!(built.files["pages/bomb.png"], bomb);
    assert_eq!(measures(built.tag(PAGE, "<img ")), ("30000", "30000"));
}

#[test]
fn a_size_is_never_longer_than_the_picture_itself() {
    let given = plain_png(1500, 900);
    let built = shown("grey.png", &given);
    for (path, _) in built.choices(built.tag(PAGE, "<img ")) {
        assert!(built.files[&path].len() <= given.len(), "{path}");
    }
}

#[test]
fn two_names_of_one_picture_share_its_files() {
    let text = "![Stairs](a/stairs.png)\n\n![Stairs](b/Stairs.png)";
    let project = page(text)
        .file("content/pages/a/stairs.png", png(900, 300))
        .file("content/pages/b/Stairs.png", png(900, 300));
    let built = build(&project);
    assert!(built.diagnostics.is_empty(), "{:?}", built.said());
    let made = built
        .files
        .keys()
        .filter(|path| path.starts_with("assets/pictures/"));
    assert_eq!(made.count(), 2, "560 and 900 wide");
}
