namespace Kokoro.Host.OpenAi;

/// <summary>An error as the OpenAPI document describes it. <see cref="OpenAiError"/> writes it.</summary>
internal sealed record OpenAiErrorDocument(OpenAiErrorDocument.Body Error)
{
    internal sealed record Body(string Message, string Type, string? Param, string Code);
}
