import Testing

@testable import Pipeline

struct TroubleTests {
    @Test func aComplaintIsToldOnceAndOnlyWhenItHasLasted() {
        var trouble = Trouble()
        #expect(!trouble.isToBeTold("a store that is being made", after: .seconds(3600)))
        #expect(trouble.isToBeTold("a store that is being made", after: .zero))
        #expect(!trouble.isToBeTold("a store that is being made", after: .zero))
        #expect(!trouble.isToBeTold("another", after: .seconds(3600)))
        #expect(trouble.isToBeTold("another", after: .zero))
    }
}
