namespace Kokoro.Host.AudioToHttp;

/// <summary>What a listener has left to hear, if he plays the first piece as it comes and every other one after it.</summary>
internal sealed class PlaybackClock
{
    private TimeSpan? _runsDryAt;

    /// <param name="hadToWait">The piece was not there when the one before it had been sent. If it was, a late one is the reader's own doing.</param>
    /// <returns>How long the listener heard nothing because of us; null: not at all.</returns>
    public TimeSpan? OnPiece(TimeSpan now, TimeSpan length, bool hadToWait)
    {
        var isLate = _runsDryAt is { } dry && now > dry;
        var silence = isLate && hadToWait ? now - _runsDryAt : null;
        _runsDryAt = (isLate || _runsDryAt is null ? now : _runsDryAt.Value) + length;
        return silence;
    }
}
