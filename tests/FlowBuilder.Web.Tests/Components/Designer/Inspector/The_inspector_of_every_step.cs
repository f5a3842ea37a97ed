using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Flow;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Web.Components.Designer.Inspector;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Inspector;

public sealed class The_inspector_of_every_step : BunitContext
{
    private static readonly CompanyVocabulary Surroundings = new()
    {
        Templates = [(Channel.Email, new("reminder", "Estimate reminder")), (Channel.Text, new("tomorrow", "Visit tomorrow"))],
        Sequences = [new("s1", "Win back")], People = [new("lena", "Lena Hoffman")],
        Tags = ["vip", "win-back"], MessageSteps = [new("mail", "Email “Estimate reminder”")],
    };

    private Step? _changed;

    public The_inspector_of_every_step()
    {
        Services.AddSingleton(Catalogue.Steps);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public static TheoryData<string> Ids => [.. Catalogue.Steps.All.Select(type => type.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_labelled_control_for_every_setting_even_when_nothing_is_filled_in(string id)
    {
        var type = Catalogue.Steps.Find(id)!;
        var form = Draw(type, StepEditing.New(type));
        foreach (var setting in type.Settings)
        {
            var field = form.Find($"[data-setting={setting.JsonName}]");
            field.TextContent.ShouldContain(setting.Label);
            foreach (var control in field.QuerySelectorAll("input, select, textarea"))
                NameOf(form, control).ShouldNotBeNullOrWhiteSpace($"{id}.{setting.JsonName}: {control.OuterHtml}");
            if (field.QuerySelector("fieldset, [role=group]") is null)
                field.QuerySelectorAll("input, select, textarea").ShouldNotBeEmpty($"{id}.{setting.JsonName}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Changes_nothing_by_being_drawn_and_locks_when_it_is_only_to_look_at(string id)
    {
        var type = Catalogue.Steps.Find(id)!;
        var form = Draw(type, StepEditing.New(type), readOnly: true);
        _changed.ShouldBeNull();
        form.FindAll("input:not([readonly]):not([disabled]), select:not([disabled]), textarea:not([readonly])").ShouldBeEmpty(id);
        form.FindAll("button:not([disabled])").ShouldBeEmpty(id);
    }

    [Fact]
    public void A_text_is_handed_over_and_an_empty_one_is_not_filled_in()
    {
        Change(new AddTag { Tag = "old" }, "tag", " vip ").ShouldBe(new AddTag { Tag = "vip" });
        Change(new AddTag { Tag = "old" }, "tag", "  ").ShouldBe(new AddTag());
    }

    [Fact]
    public void A_near_duplicate_of_a_tag_is_pointed_out_and_taken_with_one_click()
    {
        var form = Draw(new AddTag { Tag = "V.I.P." });
        form.Find(".finding.advice").TextContent.ShouldContain("There is already a tag “vip”");
        form.Find(".finding button").Click();
        _changed.ShouldBe(new AddTag { Tag = "vip" });
    }

    [Fact]
    public void A_template_is_chosen_from_those_of_the_channel()
    {
        var form = Draw(new EmailCustomer());
        form.FindAll("[data-setting=template] option")
            .Select(option => option.TextContent)
            .ShouldBe(["Choose a template...", "Estimate reminder"]);
        Change(new EmailCustomer(), "template", "reminder").ShouldBe(new EmailCustomer { Template = "reminder" });
        Draw(new EmailCustomer { Template = "gone" })
            .Find("[data-setting=template] option[selected], [data-setting=template] option[value=gone]").TextContent
            .ShouldContain("no longer exists");
    }

    [Theory]
    [InlineData("3", "days", "P3D")]
    [InlineData("2", "weeks", "P14D")]
    [InlineData("90", "minutes", "PT90M")]
    [InlineData("6", "hours", "PT6H")]
    [InlineData("1", "months", "P1M")]
    public void A_duration_is_a_number_and_a_unit(string count, string unit, string expected)
    {
        var form = Draw(new WaitFor { Duration = Duration.OfDays(1) });
        form.Find("[data-setting=duration] select").Change(unit);
        form = Draw(_changed ?? new WaitFor { Duration = Duration.OfDays(1) });
        form.Find("[data-setting=duration] input").Change(count);
        ((WaitFor)_changed!).Duration.ShouldBe(Duration.Parse(expected));
    }

    [Fact]
    public void A_shift_points_before_or_after()
    {
        var form = Draw(new WaitUntilDate { Property = "start_at", Shift = Duration.OfDays(1) });
        form.FindAll("[data-setting=shift] select")[1].Change("before");
        ((WaitUntilDate)_changed!).Shift.ShouldBe(Duration.OfDays(-1));
    }

    [Fact]
    public void A_number_is_stored_as_a_number_and_a_postal_code_keeps_its_zeros()
    {
        ValueOf(Change(new CustomerField { Field = "total", Op = Operator.Greater }, "value", "500")).ShouldBe("500");
        ValueOf(Change(new CustomerField { Field = "address.postal_code", Op = Operator.Is }, "value", "00501")).ShouldBe("\"00501\"");
        ValueOf(Change(new CustomerField { Field = "city", Op = Operator.In }, "value", "Columbus, Dayton"))
            .ShouldBe("[\"Columbus\",\"Dayton\"]");
    }

    [Fact]
    public void Days_ago_are_stored_as_a_time_from_now()
    {
        var form = Draw(new CustomerField { Field = "created_at", Op = Operator.Before });
        form.Find("[data-setting=value] select").Change("ago");
        form.Find("[data-setting=value] input[type=number]").Change("30");
        ValueOf(_changed!).ShouldBe("\"-P30D\"");
    }

    [Fact]
    public void Between_has_two_ends()
    {
        var form = Draw(new CustomerField { Field = "total", Op = Operator.Between });
        form.FindAll("[data-setting=value] input")[0].Change("1");
        ValueOf(_changed!).ShouldBe("[1,null]");
        form = Draw((CustomerField)_changed!);
        form.FindAll("[data-setting=value] input")[1].Change("9");
        ValueOf(_changed!).ShouldBe("[1,9]");
    }

    [Fact]
    public void A_condition_is_added_filled_in_and_removed()
    {
        var form = Draw(new If());
        form.Find("[data-testid=add-condition]").Change("has-tag");
        var asked = (If)_changed!;
        asked.When!.Members.ShouldBe([new HasTag()]);
        form = Draw(asked);
        form.Find("[data-setting=tag] input").Change("vip");
        asked = (If)_changed!;
        asked.When!.Members.ShouldBe([new HasTag { Tag = "vip" }]);
        form = Draw(asked);
        form.Find("summary").TextContent.ShouldContain("vip");
        form.Find("button[aria-label='Remove this condition']").Click();
        ((If)_changed!).When!.Members.ShouldBeEmpty();
    }

    [Fact]
    public void Groups_nest_up_to_five_deep()
    {
        ConditionGroup group = new() { Combine = Combination.All };
        for (var depth = 1; depth < ConditionGroup.MaxDepth; depth++)
            group = new ConditionGroup { Combine = Combination.Any, Members = [group] };
        var form = Draw(new If { When = group });
        form.FindAll("[data-testid=conditions]").Count.ShouldBe(ConditionGroup.MaxDepth);
        form.FindAll("button")
            .Count(button => button.TextContent.Contains("Add a group", StringComparison.Ordinal))
            .ShouldBe(ConditionGroup.MaxDepth - 1);
    }

    [Fact]
    public void What_the_compiler_says_stands_at_its_setting()
    {
        var form = Render<StepForm>(
            parameters => parameters.Add(one => one.Type, Catalogue.Steps.Find("add-tag")!).Add(one => one.Step, new AddTag())
                .Add(one => one.Findings, [new Diagnostic("required", Core.Plans.Severity.Error, "n", "tag", "Choose a tag.")]));
        form.Find("[data-setting=tag] .finding.error").TextContent.ShouldBe("Choose a tag.");
        form.Find("[data-setting=tag] input").GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public void Every_way_of_a_split_has_a_name_and_a_share()
    {
        var split = new Split { Ways = [new("a", 50), new("b", 150)] };
        Draw(split).FindAll("[data-setting=ports] .quiet").Select(share => share.TextContent).ShouldBe(["25%", "75%"]);
        var form = Draw(split);
        form.FindAll("[data-setting=ports] button").First(button => button.TextContent.Contains("Add", StringComparison.Ordinal)).Click();
        ((Split)_changed!).Ways.ShouldBe([new("a", 50), new("b", 150), new("c", 150)]);
    }

    private Step Change(Step step, string setting, string typed)
    {
        var form = Draw(step);
        form.Find($"[data-setting={setting}] input, [data-setting={setting}] select, [data-setting={setting}] textarea").Change(typed);
        return _changed!;
    }

    private IRenderedComponent<StepForm> Draw(Step step) => Draw(Catalogue.Steps.Of(step), step);

    private IRenderedComponent<StepForm> Draw(StepType type, Step step, bool readOnly = false) => Render<StepForm>(parameters => parameters
        .Add(form => form.Type, type)
        .Add(form => form.Step, step)
        .Add(form => form.Surroundings, Surroundings)
        .Add(form => form.ReadOnly, readOnly)
        .Add(form => form.Changed, EventCallback.Factory.Create<StepChange>(this, change => _changed = change.Step)));

    private static string ValueOf(Step step) => JsonSerializer.Serialize(((CustomerField)step).Value);

    /// <summary>The name a screen reader reads.</summary>
    private static string? NameOf(IRenderedComponent<StepForm> form, IElement control) =>
        control.GetAttribute("aria-label")
        ?? (control.Id is { Length: > 0 } id ? form.Nodes.QuerySelector($"label[for='{id}']")?.TextContent : null)
        ?? control.Closest("label")?.TextContent;
}
