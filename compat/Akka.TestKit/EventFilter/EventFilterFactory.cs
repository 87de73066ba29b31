using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>Names log events by level, text and source; the source is an actor's path, with or without the address, or a name.</summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys)
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    internal EventFilterFactory(TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = system;
        _filters = filters;
    }

    public IEventFilterApplier Debug(string message = null, string start = null, string contains = null, string source = null) =>
        Level<Debug>(Text(message, start, contains), source);

    public IEventFilterApplier Debug(Regex pattern, string source = null) => Level<Debug>(pattern.IsMatch, source);

    public IEventFilterApplier Info(string message = null, string start = null, string contains = null, string source = null) =>
        Level<Info>(Text(message, start, contains), source);

    public IEventFilterApplier Info(Regex pattern, string source = null) => Level<Info>(pattern.IsMatch, source);

    public IEventFilterApplier Warning(string message = null, string start = null, string contains = null, string source = null) =>
        Level<Warning>(Text(message, start, contains), source);

    public IEventFilterApplier Warning(Regex pattern, string source = null) => Level<Warning>(pattern.IsMatch, source);

    public IEventFilterApplier Error(string message = null, string start = null, string contains = null, string source = null) =>
        Level<Error>(Text(message, start, contains), source);

    public IEventFilterApplier Error(Regex pattern, string source = null) => Level<Error>(pattern.IsMatch, source);

    public IEventFilterApplier Exception<TException>(
        string message = null,
        string start = null,
        string contains = null,
        string source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    public IEventFilterApplier Exception<TException>(Regex pattern, string source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    public IEventFilterApplier Exception(
        Type exceptionType,
        string message = null,
        string start = null,
        string contains = null,
        string source = null,
        bool checkInnerExceptions = false) =>
        Exception(exceptionType, Text(message, start, contains), source, checkInnerExceptions);

    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string source = null, bool checkInnerExceptions = false) =>
        Exception(exceptionType, pattern.IsMatch, source, checkInnerExceptions);

    public IEventFilterApplier DeadLetter() => DeadLetter<object>();

    public IEventFilterApplier DeadLetter<TMessage>(string source = null) => DeadLetter<TMessage>(_ => true, source);

    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string source = null) =>
        Add(logEvent =>
            logEvent is Warning { Message: DeadLetter { Message: TMessage message } } && isMatch(message) && IsFrom(logEvent, source));

    public IEventFilterApplier DeadLetter(Type type, string source = null) => DeadLetter(type, _ => true, source);

    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string source = null) =>
        DeadLetter<object>(message => type.IsInstanceOfType(message) && isMatch(message), source);

    private EventFilterApplier Exception(Type type, Predicate<string> text, string source, bool checkInnerExceptions) =>
        Add(logEvent => logEvent is Error { Cause: { } cause } && Has(cause, type, checkInnerExceptions)
            && (text(TextOf(logEvent)) || text(cause.Message)) && IsFrom(logEvent, source));

    private EventFilterApplier Level<TLogEvent>(Predicate<string> text, string source)
        where TLogEvent : LogEvent => Add(logEvent => logEvent is TLogEvent && text(TextOf(logEvent)) && IsFrom(logEvent, source));

    private EventFilterApplier Add(Predicate<LogEvent> matches) => new(_testkit, _system, [.. _filters, new EventFilterBase(matches)]);

    private static bool Has(Exception cause, Type type, bool checkInnerExceptions) =>
        cause is not null
            && (type.IsInstanceOfType(cause) || (checkInnerExceptions && Has(cause.InnerException, type, checkInnerExceptions)));

    private static string TextOf(LogEvent logEvent) => logEvent.Message?.ToString() ?? "null";

    private static Predicate<string> Text(string message, string start, string contains) => text =>
        message is not null ? text == message
        : start is not null ? text.StartsWith(start, StringComparison.Ordinal)
        : contains is null || text.Contains(contains, StringComparison.Ordinal);

    private static bool IsFrom(LogEvent logEvent, string source) =>
        source is null || logEvent.LogSource == source
            || (ActorPath.TryParse(logEvent.LogSource, out var path) && path.ToStringWithoutAddress() == source);
}
