namespace Kokoro.Tests.Simulation;

/// <summary>
/// Messages on their way. Each party has one mailbox, in which messages lie in the order in which they were sent, as in one process; who is next to take one, when work
/// that goes on elsewhere comes to its end, and how time passes, the seed says.
/// </summary>
internal sealed class Mail(Random random)
{
    private readonly List<(Address To, Queue<Envelope> Box)> _boxes = [];
    private readonly List<Envelope> _underWay = [];
    private readonly List<(TimeSpan Due, Address To, string Key, object Message)> _timers = [];

    public TimeSpan Now { get; private set; }

    public void Send(Address from, Address to, object message)
    {
        var envelope = new Envelope(from, to, message);
        foreach (var (owner, box) in _boxes)
        {
            if (owner != to)
                continue;
            box.Enqueue(envelope);
            return;
        }

        _boxes.Add((to, new Queue<Envelope>([envelope])));
    }

    /// <summary>What comes when something that goes on elsewhere is done: a run, a read, a start.</summary>
    public void SendWhenDone(Address to, object message) => _underWay.Add(new(to, to, message));

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
        var choices = _boxes.Count + _underWay.Count;
        if (_timers.Count > 0 && (choices == 0 || random.Next(200) == 0))
        {
            var first = _timers.MinBy(timer => timer.Due);
            _timers.Remove(first);
            Now = first.Due > Now ? first.Due : Now;
            Send(first.To, first.To, first.Message);
            choices = _boxes.Count + _underWay.Count;
        }

        if (choices == 0)
            return null;
        var choice = random.Next(choices);
        if (choice >= _boxes.Count)
        {
            var done = _underWay[choice - _boxes.Count];
            _underWay.RemoveAt(choice - _boxes.Count);
            Send(done.From, done.To, done.Message);
            choice = random.Next(_boxes.Count);
        }

        var (_, queue) = _boxes[choice];
        var next = queue.Dequeue();
        if (queue.Count == 0)
            _boxes.RemoveAt(choice);
        return next;
    }
}
