/// Room for bodies that are not complete, and for those that are being answered, over all connections.
struct BodyRooms: Sendable {
    /// Bytes of a body that come out of no budget: a sign-in gets through, whatever else is on its way.
    static let freeBytes = 1024

    let users = ByteBudget(total: 256 << 20, each: 32 << 20)
    let strangers = ByteBudget(total: 32 << 20, each: 8 << 20)
}
