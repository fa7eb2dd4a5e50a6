//! Which browsers show the desk: the last ones for Windows 7 and 8, and later.

/// The first version of each browser that shows the desk, by the word in its `User-Agent`. Edge and Opera have the word
/// of Chrome, too.
const FLOORS: [(&str, u32); 2] = [("Chrome/", 109), ("Firefox/", 115)];

/// Whether a browser is too old to show the desk. One that does not say what it is, is tried.
pub(super) fn is_too_old(user_agent: &str) -> bool {
    // Internet Explorer has no version that does.
    if user_agent.contains("Trident/") || user_agent.contains("MSIE ") {
        return true;
    }
    FLOORS.into_iter().any(|(word, floor)| {
        let version = user_agent.split(word).nth(1).and_then(|rest| rest.split(['.', ' ']).next()?.parse::<u32>().ok());
        version.is_some_and(|version| version < floor)
    })
}

#[cfg(test)]
mod tests {
    use super::is_too_old;

    #[test]
    fn the_last_browsers_of_windows_7_are_new_enough() {
        let chrome = |version: &str| {
            format!(
                "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36"
            )
        };
        let firefox = |version: &str| {
            format!("Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:{version}) Gecko/20100101 Firefox/{version}")
        };
        for new in [
            chrome("109.0.0.0"),
            chrome("143.0.0.0"),
            firefox("115.0"),
            firefox("140.0"),
            "curl/8".into(),
            String::new(),
        ] {
            assert!(!is_too_old(&new), "{new}");
        }
        for old in [
            chrome("108.0.5359.71"),
            chrome("49.0.2623.112"),
            firefox("52.9"),
            "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko".into(),
            "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)".into(),
        ] {
            assert!(is_too_old(&old), "{old}");
        }
    }
}
