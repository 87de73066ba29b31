using Kokoro.Actors.Telemetry;
using Kokoro.Host.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kokoro.Tests.Http;

public sealed class ProblemMiddlewareTests
{
    [Fact]
    public async Task A_fault_at_a_request_is_a_document_for_the_client_and_a_line_in_the_log_that_says_where_and_holds_no_text()
    {
        using var metrics = new SpeechMetrics();
        await using var services = new ServiceCollection().AddSingleton(metrics).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        var log = new Lines();

        await new ProblemMiddleware(ReadWronglyAsync, log).InvokeAsync(context);

        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        var line = Assert.Single(log.All);
        Assert.Contains(typeof(InvalidDataException).FullName!, line, StringComparison.Ordinal);
        Assert.Contains(nameof(ReadWronglyAsync), line, StringComparison.Ordinal);
        Assert.DoesNotContain("xylographer", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
    }

    private static async Task ReadWronglyAsync(HttpContext context)
    {
        await Task.Yield();
        throw new InvalidDataException("the xylographer spoke");
    }

    private sealed class Lines : ILogger<ProblemMiddleware>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
