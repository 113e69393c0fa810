import HummingbirdCore
import NIOCore

/// A request that is being received: its head, and what has come of its body.
/// Lives on the connection's event loop.
///
/// A stranger's body is short. Whoever sends a longer one is asked for first, from the head, so that nobody's megabyte is
/// kept before it is known whose it is. What is kept of bodies that are not complete has a bound over all connections.
final class ReceivedRequest {
    let head: RequestHead
    private let limits: ServerLimits
    private let responder: any Responder
    private let rooms: BodyRooms
    private let remoteAddress: String
    private var body = ByteBuffer()
    private var mostBytes: Int
    private var isAdmitted = false
    private(set) var share: ByteBudget.Share?

    init(
        _ head: RequestHead, _ responder: any Responder, _ limits: ServerLimits, _ rooms: BodyRooms,
        _ remoteAddress: String
    ) {
        self.head = head
        self.limits = limits
        self.remoteAddress = remoteAddress
        self.responder = responder
        self.rooms = rooms
        mostBytes = limits.strangersBodyBytes
    }

    var bodyBytes: Int { body.readableBytes }

    /// The whole request.
    var request: Request {
        Request(head: head.request, body: RequestBody(buffer: body))
    }

    func append(_ part: ByteBuffer) {
        if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
    }

    /// How many bytes the body has, as far as it is known.
    private var expectedBytes: Int {
        if case .length(let length) = head.framing { length } else { body.readableBytes }
    }

    /// Whether it has to be known who sends this.
    /// - Throws: the refusal of a body that is too large for anybody, or for whoever sends it.
    func needsAdmission() throws(RequestFault) -> Bool {
        guard expectedBytes <= limits.bodyBytes else { throw .bodyTooLarge(limits.bodyBytes) }
        if isAdmitted {
            guard expectedBytes <= mostBytes else { throw tooLarge }
            return false
        }
        return expectedBytes > mostBytes || head.expectsContinue
    }

    /// - Throws: the refusal of what this sender may not send.
    func admit(_ sender: Sender) throws(RequestFault) {
        isAdmitted = true
        switch sender {
        case .stranger: break
        case .refused(let error): throw error
        case .user(let name):
            if !responder.takesShortBody(head.request) { mostBytes = limits.bodyBytes }
            share = rooms.users.share(of: name)
        }
        guard expectedBytes <= mostBytes else { throw tooLarge }
    }

    private var tooLarge: RequestFault {
        mostBytes == limits.bodyBytes || responder.takesShortBody(head.request)
            ? .bodyTooLarge(mostBytes) : .bodyTooLargeForStrangers(mostBytes)
    }

    /// To be called when the body is to be kept until more of it comes.
    /// - Throws: the refusal where others' bodies leave no room for it.
    func reserveRoom() throws(RequestFault) {
        // It is a part of what was read from the socket, which is to be let go.
        if body.storageCapacity > 2 * body.readableBytes + 512 { body = ByteBuffer(bytes: body.readableBytesView) }
        guard body.readableBytes > BodyRooms.freeBytes else { return }
        if share == nil { share = rooms.strangers.share(of: responder.network(of: remoteAddress)) }
        // A buffer that grows is twice as large as what is in it.
        guard share?.reserve(2 * body.readableBytes) ?? true else { throw .tooManyBodies }
    }
}
