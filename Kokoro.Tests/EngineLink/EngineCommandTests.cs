using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class EngineCommandTests
{
    private const string Runtime = "/opt/dotnet/shared/Microsoft.NETCore.App/10.0.1/";

    [Theory]
    [InlineData("/usr/bin/dotnet", "/usr/bin/dotnet", "/app/Kokoro.Host.dll")] // dotnet Kokoro.Host.dll, dotnet test
    [InlineData("/app/Kokoro.Host", "/app/Kokoro.Host", "")] // the apphost
    [InlineData("/app/Kokoro.Bench", "/opt/dotnet/dotnet", "/app/Kokoro.Host.dll")] // another program's apphost
    [InlineData("/elsewhere/testhost", "/opt/dotnet/dotnet", "/app/Kokoro.Host.dll")]
    [InlineData(null, "/opt/dotnet/dotnet", "/app/Kokoro.Host.dll")]
    public void Command_starts_this_program_again(string? processPath, string fileName, string arguments)
    {
        var command = EngineCommand.For(processPath, "/app/", Runtime);
        Assert.Equal((fileName, arguments), (command.FileName, string.Join(' ', command.Arguments)));
        Assert.EndsWith("engine --kind phonemes --socket /run/e1", string.Join(' ', command.ArgumentsFor(EngineKind.Phonemes, "/run/e1")));
    }

    [Fact]
    public void Command_of_this_process_names_files_that_are_there()
    {
        var command = EngineCommand.ForThisProgram();
        Assert.True(File.Exists(command.FileName), command.FileName);
        Assert.All(command.Arguments, argument => Assert.True(File.Exists(argument), argument));
    }
}
