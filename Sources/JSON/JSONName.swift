/// A member's name, the same as another when it has the same bytes.
///
/// `String` takes the two spellings of `é` for one and has to normalize both to find out: for JSON they are two names,
/// and a name made of a million accents costs no more than another.
struct JSONName: Hashable {
    let text: String

    static func == (left: JSONName, right: JSONName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
