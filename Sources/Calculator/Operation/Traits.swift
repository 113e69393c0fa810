/// What is particular to one operation beside its values.
struct Traits: Sendable {
    /// How the language may call it.
    var form = Form.ordinary
    /// What it makes of quantities.
    var quantity = QuantityRule.own

    init(form: Form = .ordinary, quantity: QuantityRule = .own) {
        self.form = form
        self.quantity = quantity
    }
}
