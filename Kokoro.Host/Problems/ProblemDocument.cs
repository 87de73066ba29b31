namespace Kokoro.Host.Problems;

/// <summary>A problem as the OpenAPI document describes it. <see cref="Problem"/> writes it.</summary>
internal sealed record ProblemDocument(
    string Type, string Title, int Status, string Detail, string Kind, string? Field = null, int? Start = null, int? End = null, int? RetryAfter = null);
