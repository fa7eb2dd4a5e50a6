//! Converts numbers in words to digits, as birth registers spell dates: `douze mai mil neuf cent quatre-vingt-sept`.

/// Replaces the numbers in words of a folded text by digits; other words stay.
pub(super) fn to_digits(folded: String) -> String {
    if !folded.split(' ').any(|word| number(word).is_some()) {
        return folded;
    }
    let mut words: Vec<String> = Vec::new();
    let mut running: Option<Sum> = None;
    for word in folded.split(' ') {
        match (number(word), &mut running) {
            (Some(number), Some(sum)) => sum.add(number),
            (Some(number), None) => running = Some(Sum::of(number)),
            (None, Some(_)) if word == "ET" => {}
            (None, _) => {
                words.extend(running.take().map(Sum::digits));
                words.push(word.to_owned());
            }
        }
    }
    words.extend(running.take().map(Sum::digits));
    words.join(" ")
}

/// A number in words, added up word by word.
struct Sum {
    thousands: u32,
    rest: u32,
}

impl Sum {
    fn of(number: u32) -> Self {
        let mut sum = Self { thousands: 0, rest: 0 };
        sum.add(number);
        sum
    }

    fn add(&mut self, number: u32) {
        match number {
            1000 => {
                self.thousands += self.rest.max(1) * 1000;
                self.rest = 0;
            }
            100 => self.rest = self.rest.max(1) * 100,
            // "quatre-vingt" is 4 × 20.
            20 if self.rest % 100 == 4 => self.rest += 76,
            _ => self.rest += number,
        }
    }

    fn digits(self) -> String {
        (self.thousands + self.rest).to_string()
    }
}

/// Returns the value of one word.
fn number(word: &str) -> Option<u32> {
    Some(match word {
        "UN" | "UNE" | "PREMIER" | "PREMIERE" => 1,
        "DEUX" => 2,
        "TROIS" => 3,
        "QUATRE" => 4,
        "CINQ" => 5,
        "SIX" => 6,
        "SEPT" => 7,
        "HUIT" => 8,
        "NEUF" => 9,
        "DIX" => 10,
        "ONZE" => 11,
        "DOUZE" => 12,
        "TREIZE" => 13,
        "QUATORZE" => 14,
        "QUINZE" => 15,
        "SEIZE" => 16,
        "VINGT" | "VINGTS" => 20,
        "TRENTE" => 30,
        "QUARANTE" => 40,
        "CINQUANTE" => 50,
        "SOIXANTE" => 60,
        "SEPTANTE" => 70,
        "OCTANTE" | "HUITANTE" => 80,
        "NONANTE" => 90,
        "CENT" | "CENTS" => 100,
        "MIL" | "MILLE" => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_become_digits() {
        for (words, figures) in [
            ("DOUZE MAI MIL NEUF CENT QUATRE VINGT SEPT", "12 MAI 1987"),
            ("DIX SEPT JUIN DEUX MILLE SIX", "17 JUIN 2006"),
            ("VINGT ET UN AOUT MIL NEUF CENT NONANTE NEUF", "21 AOUT 1999"),
            ("MIL NEUF CENT QUATRE VINGT DIX HUIT", "1998"),
            ("SOIXANTE ET ONZE", "71"),
            ("NE EN 1949", "NE EN 1949"),
        ] {
            assert_eq!(to_digits(words.to_owned()), figures);
        }
    }
}
