import Events
import JSON
import Store

extension EventRow {
    /// Appends the message as one line of JSON, without its end. One that somebody else wrote may be JSON over several
    /// lines; a row that another program inserted may hold anything, and is given as a text when it is no JSON object.
    func appendLine(to text: inout [UInt8]) {
        withMessage { message in
            if TopicMessage.appendStandardJSON(message, to: &text) { return }
            var json = JSONWriter(capacity: message.count + 2)
            json.string(String(decoding: message, as: UTF8.self))
            text += json.bytes
        }
    }
}
