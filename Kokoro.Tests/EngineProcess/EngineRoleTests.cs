using Kokoro.Host.EngineProcess;

namespace Kokoro.Tests.EngineProcess;

public sealed class EngineRoleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--kind")]
    [InlineData("--kind phonemes --socket")]
    [InlineData("--kind pictures --socket /nowhere")]
    [InlineData("--socket /nowhere --kind phonemes")]
    public void Wrong_command_line_is_refused(string arguments) =>
        Assert.Equal(2, EngineRole.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
