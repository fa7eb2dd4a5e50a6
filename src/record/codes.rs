//! The macro that declares an enum with a stable code for each value.

/// Declares an enum without fields and with a stable code and a description per variant.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$attribute:meta])* $variant:ident = $code:literal: $description:literal,)+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $(#[$doc])*
        pub enum $name { $(#[doc = $description] $(#[$attribute])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the stable code used in tables.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Returns the value with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}
pub(crate) use codes;
