using System.Text.Json.Serialization;

namespace Kokoro.Host.Problems;

/// <summary>A problem as the OpenAPI document describes it. <see cref="Problem"/> writes it.</summary>
internal sealed record ProblemDocument(
    string Type, string Title, int Status, string Detail, string Kind, string? Field, int? Start, int? End, [property: JsonPropertyName("retry_after")] int? RetryAfter);
