import Numbers
import Testing

struct BitTests {
    @Test func `bits of words are those of the machine`() throws {
        var generator = SeededGenerator(state: 17)
        for _ in 0..<500 {
            let a = Int.random(in: Int.min...Int.max, using: &generator) >> Int.random(in: 0...60, using: &generator)
            let b = Int.random(in: Int.min...Int.max, using: &generator) >> Int.random(in: 0...60, using: &generator)
            #expect((Integer(a) & Integer(b)).asInt == a & b)
            #expect((Integer(a) | Integer(b)).asInt == a | b)
            #expect((Integer(a) ^ Integer(b)).asInt == a ^ b)
            #expect((~Integer(a)).asInt == ~a)
            let shift = Int.random(in: 0...70, using: &generator)
            #expect(Integer(a).shiftedRight(Integer(shift)).asInt == a >> shift)
            #expect(try Integer(a).shiftedLeft(Integer(shift)).shiftedRight(Integer(shift)).asInt == a)
        }
    }

    @Test func `bits of large numbers obey the laws of logic`() throws {
        var generator = SeededGenerator(state: 18)
        for _ in 0..<200 {
            let (a, b) = (Awkward.integer(&generator), Awkward.integer(&generator))
            #expect((a & b) + (a | b) == a + b)
            #expect((a ^ b) == (a | b) - (a & b))
            #expect(~(a & b) == (~a | ~b))
        }
        #expect(throws: NumberError.self) { try Integer.one.shiftedLeft(1_000_000_000_000) }
        #expect(Integer(-5).shiftedRight(1_000_000_000_000) == -1)
        #expect(try Integer.zero.shiftedLeft(1_000_000_000_000) == 0)
    }
}
