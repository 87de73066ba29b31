namespace Kokoro.Host.AudioToHttp;

/// <summary>
/// Requests whose speech is waited for or read, so that a server that stops lets them come to their end. An utterance ends when all of it is made, which for one who
/// reads at the pace of speech is long before he has it. Thread-safe.
/// </summary>
internal sealed class OpenReplies(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly HashSet<SpeechCall> _open = [];
    private TaskCompletionSource? _none;
    private int _cutShort;

    /// <summary>Replies to utterances that ended whole, and of which not all could be sent before the time was up.</summary>
    public int CutShort => Volatile.Read(ref _cutShort);

    public void Add(SpeechCall call)
    {
        lock (_gate)
            _open.Add(call);
    }

    /// <param name="isCutShort">See <see cref="CutShort"/>.</param>
    public void Remove(SpeechCall call, bool isCutShort)
    {
        lock (_gate)
        {
            if (!_open.Remove(call))
                return;
            _cutShort += isCutShort ? 1 : 0;
            if (_open.Count == 0)
                _none?.TrySetResult();
        }
    }

    /// <summary>Waits until none is open. Those that are when the time is up get no further sound, and end with a problem as soon as their readers let them.</summary>
    public async Task CloseAsync(TimeSpan within)
    {
        Task none;
        lock (_gate)
        {
            if (_open.Count == 0)
                return;
            _none = new(TaskCreationOptions.RunContinuationsAsynchronously);
            none = _none.Task;
        }

        try
        {
            await none.WaitAsync(within, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            lock (_gate)
            {
                foreach (var call in _open)
                    call.Cut();
            }
        }
    }
}
