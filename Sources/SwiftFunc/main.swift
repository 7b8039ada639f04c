print("hello")
import ArgumentParser
