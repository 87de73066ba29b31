namespace Kokoro.Host.AudioToHttp;

/// <summary>The memory that all whole replies share while they are put together. Thread-safe.</summary>
internal sealed class ReplyBudget(long bytes)
{
    private long _free = bytes;

    public bool TryTake(int count)
    {
        if (Interlocked.Add(ref _free, -count) >= 0)
            return true;
        Interlocked.Add(ref _free, count);
        return false;
    }

    public void Return(long count) => Interlocked.Add(ref _free, count);
}
