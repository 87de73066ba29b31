namespace Kokoro.Host.Problems;

/// <summary>A request that cannot be taken as it is.</summary>
internal sealed class RequestException(Problem problem) : Exception(problem.Detail)
{
    public RequestException(int status, string kind, string detail, string? field = null)
        : this(new Problem(status, kind, detail, field))
    {
    }

    public Problem Problem { get; } = problem;
}
