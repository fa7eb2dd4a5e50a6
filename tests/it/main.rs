//! The tests that enter by one door: the library and the program as a person uses them.
