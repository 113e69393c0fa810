internal import CFlint

extension ClosedForm {
    /// What the number is made of besides fractions, each part named by a number of its own within the context: how long
    /// calculations with several numbers take depends on how many there are in all.
    public var generators: Set<UInt> {
        ask { number, calcium in
            Set(
                (0..<max(ca_generator_count(number, calcium), 0)).compactMap { index in
                    ca_generator(number, index, calcium).map { UInt(bitPattern: $0) }
                })
        }
    }
}
