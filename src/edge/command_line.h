#pragma once

namespace ayni {

/// The program `ayni`: parses its arguments, does what they say, gives the exit code (0 done, 1
/// refused, 2 wrong usage or something found by `verify`).
int run_command_line(int count, char** arguments);

}  // namespace ayni
