using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class ChildOutputTests
{
    private readonly List<string> _log = [];
    private readonly StoppedClock _clock = new();
    private readonly ChildOutput _output;

    public ChildOutputTests() => _output = new ChildOutput(_clock, _log.Add);

    [Fact]
    public void Lines_are_put_together_and_cleaned()
    {
        _output.Add("one\ntw");
        _output.Add("o\u001b[31m\nlast");
        Assert.Equal(["one", "two [31m"], _log);
        _output.Finish();
        Assert.Equal("last", _log[^1]);
    }

    [Fact]
    public void Line_without_end_is_cut()
    {
        for (var i = 0; i < 1000; i++)
            _output.Add(new string('x', 1000));
        _output.Finish();
        Assert.Equal([ChildOutput.LongestLine], _log.Select(line => line.Length));
    }

    [Fact]
    public void Flood_is_counted_instead_of_logged()
    {
        for (var i = 0; i < 1000; i++)
            _output.Add("x\n");
        Assert.Equal(ChildOutput.MostLinesPerSecond, _log.Count);
        _clock.Now += TimeSpan.FromSeconds(1);
        _output.Add("later\n");
        Assert.Equal([$"({1000 - ChildOutput.MostLinesPerSecond} more lines)", "later"], _log.Skip(ChildOutput.MostLinesPerSecond));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
