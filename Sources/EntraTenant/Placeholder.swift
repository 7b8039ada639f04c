import HummingbirdTLS
import X509
import JWTKit
