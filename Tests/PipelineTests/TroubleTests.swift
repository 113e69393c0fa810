import Testing

@testable import Pipeline

struct TroubleTests {
    @Test func aComplaintIsToldOnceAndOnlyWhenItHasLasted() {
        var trouble = Trouble()
        let told = [
            trouble.isToBeTold("a store that is being made", after: .seconds(3600)),
            trouble.isToBeTold("a store that is being made", after: .zero),
            trouble.isToBeTold("a store that is being made", after: .zero),
            trouble.isToBeTold("another", after: .seconds(3600)),
            trouble.isToBeTold("another", after: .zero),
        ]
        #expect(told == [false, true, false, false, true])
    }
}
