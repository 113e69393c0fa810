import Testing
import Text

struct NameLookTests {
    @Test(arguments: [
        ("root", "Root"), ("root", "ROOT"), ("STRASSE", "straße"), ("Σίσυφος", "σίσυφοσ"),
        // A Cyrillic o, a Cyrillic a, letters of full width, a small capital of Cyrillic, a ligature, bold letters.
        ("root", "rооt"), ("Root", "rооt"), ("admin", "аdmin"), ("root", "ｒｏｏｔ"), ("Bob", "Вob"), ("bob", "Вob"),
        ("IVAN", "IVАN"), ("ivan", "IVАN"), ("office", "oﬃce"), ("root", "𝐫𝐨𝐨𝐭"), ("maria", "mаriа"),
        ("zoë", "zoe\u{308}"), ("a b", "a\u{A0}b"),
    ])
    func oneIsEasilyTakenForTheOther(_ one: String, _ other: String) {
        #expect(NameLook(one).resembles(NameLook(other)))
        #expect(NameLook(other).resembles(NameLook(one)))
    }

    @Test(arguments: [
        ("user1", "userl"), ("modern", "modem"), ("O", "0"), ("root", "roots"), ("zoe", "zoë"), ("ana", "аня"),
        ("маша", "саша"), ("山田", "山本"), ("alice", "bob"), ("a.b", "a-b"), ("a_b", "ab"), ("مريم", "كريم"),
    ])
    func anybodyCanTellTheseApart(_ one: String, _ other: String) {
        #expect(!NameLook(one).resembles(NameLook(other)))
        #expect(!NameLook(other).resembles(NameLook(one)))
    }
}
