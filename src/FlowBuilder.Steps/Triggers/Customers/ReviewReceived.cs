using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Customers;

/// <summary>The customer writes a review. Without limits any review counts, also one that came without a rating.</summary>
[Step("review-received", Title = "Review received", Icon = "star_half", Group = "Customers")]
public sealed record ReviewReceived : TriggerStep
{
    /// <summary>At least so many stars.</summary>
    [Range(1, 5), Display(Name = "Lowest rating", Description = "Only reviews with at least this many stars, 1 to 5. Leave empty for any.")]
    public int? MinRating { get; init; }

    /// <summary>At most so many stars.</summary>
    [Range(1, 5), Display(Name = "Highest rating", Description = "Only reviews with at most this many stars, 1 to 5. Leave empty for any.")]
    public int? MaxRating { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.ReviewReceived];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (MinRating is null && MaxRating is null) return true;
        return happened.Properties.Number("rating") is { } rating && rating >= (MinRating ?? 1) && rating <= (MaxRating ?? 5);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => (MinRating, MaxRating) switch
    {
        (null, null) => "a review is received",
        ({ } low, null) => $"a review with at least {low} stars is received",
        (null, { } high) => $"a review with at most {high} stars is received",
        ({ } low, { } high) => low == high ? $"a review with {low} stars is received" : $"a review with {low} to {high} stars is received",
    };

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (MinRating > MaxRating)
            yield return new("maxRating", "The highest rating is below the lowest, so no review can ever start this. Swap the two.");
    }
}
