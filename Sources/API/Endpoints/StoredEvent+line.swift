import Events
import JSON
import Store

extension StoredEvent {
    /// The message as one line of JSON. One that somebody else wrote may be JSON over several lines; a row that another
    /// program inserted may hold anything, and is given as a text when it is no JSON object.
    var line: String {
        TopicMessage.standardJSON(message).map(Self.onOneLine) ?? Self.quoted(message)
    }

    /// Between the parts of JSON a line end is as good as a blank, and inside of them there is none.
    private static func onOneLine(_ json: String) -> String {
        guard json.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return json }
        return String(decoding: json.utf8.map { $0 == 10 || $0 == 13 ? 32 : $0 }, as: UTF8.self)
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter(capacity: text.utf8.count + 2)
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
