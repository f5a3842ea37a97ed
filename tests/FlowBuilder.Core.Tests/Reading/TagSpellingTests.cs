using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

public sealed class TagSpellingTests
{
    [Theory]
    [InlineData("vip", "V.I.P.", true)]
    [InlineData("win-back", "winback", true)]
    [InlineData("reminder", "remimder", true)]
    [InlineData("reminder", "reminders", true)]
    [InlineData("reminder", "remidner", true)]
    [InlineData("reminder", "remainder sent", false)]
    [InlineData("a1", "a2", false)]
    [InlineData("season 2025", "season 2026", false)]
    [InlineData("lead", "read", false)]
    [InlineData("...", "---", false)]
    [InlineData("", "vip", false)]
    public void Two_spellings_of_one_tag_are_told_apart_from_two_tags(string typed, string known, bool near) =>
        TagSpelling.NearDuplicates(typed, [known]).Any().ShouldBe(near);

    [Fact]
    public void A_tag_is_no_duplicate_of_itself() => TagSpelling.NearDuplicates("vip", ["vip"]).ShouldBeEmpty();
}
