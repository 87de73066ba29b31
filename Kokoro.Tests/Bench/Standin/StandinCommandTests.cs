using Kokoro.Bench.Standin;
using Kokoro.Host.Cli;

namespace Kokoro.Tests.Bench.Standin;

public sealed class StandinCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("missing/model.onnx", "does not exist")]
    [InlineData("", "is a folder")]
    [InlineData("model.onnx", "is there already")]
    public void Path_that_cannot_be_written_is_refused_in_one_line(string name, string reason)
    {
        File.WriteAllText(_folder["model.onnx"], "kept");

        var refusal = StandinCommand.Refusal(_folder[name]);

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Single(refusal!.Split('\n'));
    }

    [Fact]
    public void Path_of_a_new_file_is_not_refused() => Assert.Null(StandinCommand.Refusal(_folder["new.onnx"]));

    [Fact]
    public async Task Ctrl_C_leaves_nothing_behind()
    {
        using var output = new StringWriter();

        var code = await StandinCommand.RunAsync(_folder["model.onnx"], seed: 1, isCalm: false, output, new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Empty(output.ToString());
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
