#include "edge/command_line.h"

int main(int count, char** arguments) { return ayni::run_command_line(count, arguments); }
