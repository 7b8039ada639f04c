import NIOExtras
import NIOHTTP1
import HTTPTypes
