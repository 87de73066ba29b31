using System.Text;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// Hands what a child prints to the log, line by line. A library that prints without end costs neither memory nor a
/// flooded log: long lines are cut, and of too many lines in a second only the number is told.
/// </summary>
internal sealed class ChildOutput(TimeProvider time, Action<string> log)
{
    public const int LongestLine = 400;
    public const int MostLinesPerSecond = 20;

    private readonly StringBuilder _line = new();
    private long _secondBegan = time.GetTimestamp();
    private int _linesThisSecond;
    private int _dropped;

    /// <summary>Reads until the child closes its end.</summary>
    public async Task ReadToEndAsync(TextReader reader)
    {
        var buffer = new char[1024];
        int got;
        while ((got = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            Add(buffer.AsSpan(0, got));
        Finish();
    }

    internal void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
                EndLine();
            else if (_line.Length < LongestLine)
                _line.Append(char.IsControl(c) ? ' ' : c);
        }
    }

    internal void Finish()
    {
        if (_line.Length > 0)
            EndLine();
        TellDropped();
    }

    private void EndLine()
    {
        if (time.GetElapsedTime(_secondBegan) >= TimeSpan.FromSeconds(1))
        {
            TellDropped();
            _secondBegan = time.GetTimestamp();
            _linesThisSecond = 0;
        }

        if (++_linesThisSecond <= MostLinesPerSecond)
            log(_line.ToString());
        else
            _dropped++;
        _line.Clear();
    }

    private void TellDropped()
    {
        if (_dropped > 0)
            log($"({_dropped} more lines)");
        _dropped = 0;
    }
}
