using System.Text;

namespace Kokoro.Tests.Serving;

/// <summary>All that a server has logged, to be read while it goes on.</summary>
internal sealed class RecordedLog : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _written = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string[] Lines => ToString().Split('\n');

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_lock)
            _written.Append(value);
    }

    /// <summary>Waits for a line with this part, as the log is written behind the actors. A minute without it is a failure.</summary>
    public async Task<string> UntilAsync(string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            if (Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
                return line;
            Assert.True(await poll.WaitForNextTickAsync(limit.Token));
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return _written.ToString();
    }
}
