namespace Kokoro.Tests.Simulation;

/// <summary>
/// Messages on their way. Between two parties they stay in order, as with real mailboxes; between different ones any order may come, and the seed says which.
/// </summary>
internal sealed class Mail(Random random)
{
    private readonly List<Envelope> _pending = [];
    private readonly List<(TimeSpan Due, Address To, string Key, object Message)> _timers = [];

    public TimeSpan Now { get; private set; }

    public void Send(Address from, Address to, object message) => _pending.Add(new(from, to, message));

    public void Start(Address to, string key, object message, TimeSpan after)
    {
        Cancel(to, key);
        _timers.Add((Now + after, to, key, message));
    }

    public void Cancel(Address to, string key) => _timers.RemoveAll(timer => timer.To == to && timer.Key == key);

    /// <summary>What happens next; null when nothing can happen any more. Time passes in small steps, and in a leap when only timers are left.</summary>
    public Envelope? Next()
    {
        Now += TimeSpan.FromMilliseconds(random.Next(0, 20));
        if (_timers.Count > 0 && (_pending.Count == 0 || random.Next(200) == 0))
        {
            var first = _timers.MinBy(timer => timer.Due);
            _timers.Remove(first);
            Now = first.Due > Now ? first.Due : Now;
            return new(first.To, first.To, first.Message);
        }

        if (_pending.Count == 0)
            return null;
        var chosen = _pending[random.Next(_pending.Count)];
        var oldest = _pending.Find(each => each.From == chosen.From && each.To == chosen.To)!;
        _pending.Remove(oldest);
        return oldest;
    }
}
