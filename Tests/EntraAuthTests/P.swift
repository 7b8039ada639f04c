import JWTKit
import Testing
@Test func placeholder() {}
