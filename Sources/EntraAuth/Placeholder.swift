import CryptoExtras
import Logging
