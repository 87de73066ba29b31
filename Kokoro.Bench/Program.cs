using System.CommandLine;
using Kokoro.Bench;
using Kokoro.Bench.Actors;
using Kokoro.Bench.Engine;
using Kokoro.Bench.Requests;
using Kokoro.Bench.Serve;
using Kokoro.Bench.Stages;
using Kokoro.Bench.Standin;
using Kokoro.Bench.StubEngine;
using Kokoro.Bench.Words;

if (StubEngines.IsAsked(args))
    return StubEngines.Run(args);
if (args is [EngineWorker.Role, _, _, _, _])
    return EngineWorker.Run(args);
if (args is [StubServer.Role, _, _, _])
    return await StubServer.RunAsync(args).ConfigureAwait(false);

// Each table of requests is made in a process of its own, so that its first request is a cold one.
var shortRequests = new Command("short", "Ten requests of one sentence, the first cold.");
shortRequests.SetAction((_, cancellationToken) => RequestBench.RunAsync(BenchTexts.Short, cancellationToken));
var longRequests = new Command("long", "Ten requests of a page of prose, the first cold.");
longRequests.SetAction((_, cancellationToken) => RequestBench.RunAsync(BenchTexts.Long, cancellationToken));
var chapter = new Command("chapter", "Two requests of a chapter of 30,000 characters, the first cold.");
chapter.SetAction((_, cancellationToken) => RequestBench.RunAsync(BenchTexts.Chapter(30_000), cancellationToken, requests: 2));
var stages = new Command("stages", "Time and allocated bytes of each stage.");
stages.SetAction((_, cancellationToken) => StageBench.RunAsync(cancellationToken));
var text = new Command("text", "Time of TextToClauses at 10,000, 100,000 and 1,000,000 characters.");
text.SetAction(_ => TextBench.Run());

var root = new RootCommand("Tables of Kokoro's speed on the starter voice, of how well it is understood, of the server and of the actor core. Without a command: all of speech's speed.")
{
    shortRequests, longRequests, chapter, stages, text, WordsBench.CreateCommand(), ServeBench.CreateCommand(), EngineBench.CreateCommand(), ActorBench.CreateCommand(),
    StandinCommand.CreateCommand(),
};
root.SetAction((_, cancellationToken) => AllTables.RunAsync(
    [(shortRequests, $"Ten short requests ({BenchTexts.Short.Length} characters)"),
     (longRequests, $"Ten long requests ({BenchTexts.Long.Length} characters)"),
     (chapter, $"A chapter ({BenchTexts.Chapter(30_000).Length} characters)"),
     (stages, $"Each stage ({BenchTexts.Long.Length} characters)"),
     (text, "TextToClauses by the length of the text")],
    cancellationToken));
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
