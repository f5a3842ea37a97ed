using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Steps.Waits;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>What a list of choices calls its entries.</summary>
internal static class ChoiceText
{
    private static readonly Dictionary<object, string> Own = new()
    {
        [LatePolicy.Send] = "Continue now", [LatePolicy.Skip] = "Skip the steps up to the next wait",
        [LatePolicy.Shift] = "Extend the wait by the delay", [LatePolicy.Ask] = "Ask a manager",
        [OnFailure.Continue] = "Continue with the next step", [OnFailure.Stop] = "End the sequence for this customer",
        [OnSkipped.Continue] = "Continue with the next step",
        [OnSkipped.Stop] = "End the sequence for this customer, even if it cannot be sent",
        [IfNoDate.Fail] = "End the run as failed", [IfNoDate.Continue] = "Continue right away",
        [IfNoDate.Stop] = "End the run without an error",
        [WaitSince.Arrival] = "From here on", [WaitSince.Enrollment] = "Since the customer entered",
        [Operator.Greater] = "is more than", [Operator.AtLeast] = "is at least", [Operator.Less] = "is less than",
        [Operator.AtMost] = "is at most", [Operator.Between] = "is between", [Operator.In] = "is one of", [Operator.NotIn] = "is none of",
        [Operator.Before] = "is before", [Operator.After] = "is after", [Operator.Empty] = "is empty", [Operator.NotEmpty] = "is not empty",
        [Operator.Is] = "is", [Operator.IsNot] = "is not", [Operator.Contains] = "contains", [Operator.NotContains] = "does not contain",
        [Operator.StartsWith] = "starts with", [Operator.EndsWith] = "ends with",
    };

    /// <summary>All values of an enum with their words, in declaration order.</summary>
    public static IReadOnlyList<(object Value, string Word)> Of(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => (value, Word(type, value)))];

    /// <summary>The words of one value.</summary>
    public static string Word(Type type, object value)
    {
        if (Own.TryGetValue(value, out var own)) return own;
        var word = JsonSerializer.Serialize(value, type).Trim('"').Replace('-', ' ').Replace('_', ' ');
        return word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
    }
}
